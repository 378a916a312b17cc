namespace Ishenim.Sealing.Tests;

/// <summary>Fixed keys, places and contents, so that a failure is the same each time.</summary>
internal static class Samples
{
    public static readonly Guid School = new("11111111-2222-3333-4444-555555555555");
    public static readonly Guid Appeal = new("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
    public static readonly Guid Person = new("01020304-0506-0708-090a-0b0c0d0e0f10");
    public static readonly Guid Session = new("f0e0d0c0-b0a0-9080-7060-504030201000");

    public static readonly PartLabel Part = new(School, Appeal, new Guid("99999999-8888-7777-6666-555555555555"),
        KeyClass.Letter, Epoch: 1, PartKind.Text, AuthorSide.Writer, Sequence: 1);

    public static readonly GrantLabel Grant = new(School, Appeal, KeyClass.Letter, Epoch: 1, Recipient: Person);

    /// <summary>As cheap as Argon2 allows: strength is not what these tests look at.</summary>
    public static readonly Argon CheapArgon = new(1, 8 * 1024);

    public static IEnumerable<PartLabel> OtherParts =>
    [
        Part with { School = Person },
        Part with { Appeal = Person },
        Part with { Part = Person },
        Part with { Class = KeyClass.Reply },
        Part with { Epoch = 2 },
        Part with { Kind = PartKind.Note },
        Part with { Side = AuthorSide.School },
        Part with { Sequence = 2 },
    ];

    public static IEnumerable<GrantLabel> OtherGrants =>
    [
        Grant with { School = Person },
        Grant with { Appeal = Person },
        Grant with { Class = KeyClass.Desk },
        Grant with { Epoch = 2 },
        Grant with { Recipient = School },
    ];

    public static SecretKey Key(byte of = 7) => SecretKey.From(Enumerable.Repeat(of, SecretKey.Size).ToArray());

    public static KeyPair Keys(byte of = 7) => KeyPair.FromSeed(Enumerable.Repeat(of, SecretKey.Size).ToArray());

    /// <summary>Content in which no two chunks are alike: byte i is (i + i / 251) mod 256.</summary>
    public static byte[] Content(int length)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = (byte)(i + i / 251);
        return content;
    }

    /// <summary>A copy with one bit changed.</summary>
    public static byte[] Flipped(byte[] bytes, int index, int bit = 0)
    {
        var copy = (byte[])bytes.Clone();
        copy[index] ^= (byte)(1 << bit);
        return copy;
    }

    /// <summary>Every copy with one bit of one byte changed, another bit in each byte; and copies cut and lengthened.</summary>
    public static IEnumerable<byte[]> Tampered(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            yield return Flipped(bytes, i, i % 8);
        yield return bytes[..^1];
        yield return bytes[1..];
        yield return [.. bytes, 0];
        yield return [];
    }
}
