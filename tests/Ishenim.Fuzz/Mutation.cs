using System.Buffers.Binary;

namespace Ishenim.Fuzz;

/// <summary>Spoils good bytes in the ways that readers of formats stumble over.</summary>
public static class Mutation
{
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, (byte)'\r', (byte)'\n', (byte)'"', (byte)'%', (byte)'=', (byte)'&', (byte)'-', (byte)';'];
    private static readonly uint[] Lengths = [0, 1, 2, 0x7F, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFF8];

    /// <summary>One to four changes of any kind, in length too.</summary>
    public static byte[] Torn(Dice dice, byte[] good)
    {
        var bytes = good;
        for (var changes = dice.Below(4); changes >= 0; changes--)
            bytes = dice.Below(8) switch
            {
                0 => bytes[..dice.Below(bytes.Length)],
                1 => bytes[dice.Below(Math.Min(bytes.Length, 64))..],
                2 => [.. bytes, .. dice.Bytes(1 + dice.Below(40))],
                3 => Cut(dice, bytes),
                4 => Repeat(dice, bytes),
                _ => InPlace(dice, bytes),
            };
        return bytes;
    }

    /// <summary>One to four changes that leave the length as it is.</summary>
    public static byte[] InPlace(Dice dice, byte[] good)
    {
        var bytes = (byte[])good.Clone();
        for (var changes = dice.Below(4); changes >= 0 && bytes.Length > 0; changes--)
            Change(dice, bytes, dice.Below(bytes.Length));
        return bytes;
    }

    private static void Change(Dice dice, byte[] bytes, int at)
    {
        switch (dice.Below(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << dice.Below(8));
                break;
            case 1:
                bytes[at] = dice.Of(Telling);
                break;
            case 2 when at + 4 <= bytes.Length:
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), dice.Of(Lengths));
                break;
            case 3 when at + 4 <= bytes.Length:
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), dice.Of(Lengths));
                break;
            default:
                bytes[at] = (byte)dice.Next();
                break;
        }
    }

    private static byte[] Cut(Dice dice, byte[] bytes)
    {
        var (from, count) = Range(dice, bytes);
        return [.. bytes[..from], .. bytes[(from + count)..]];
    }

    private static byte[] Repeat(Dice dice, byte[] bytes)
    {
        var (from, count) = Range(dice, bytes);
        var into = dice.Below(bytes.Length);
        return [.. bytes[..into], .. bytes[from..(from + count)], .. bytes[into..]];
    }

    private static (int From, int Count) Range(Dice dice, byte[] bytes)
    {
        var from = dice.Below(bytes.Length);
        return (from, dice.Below(Math.Min(bytes.Length - from, 200)));
    }
}
