using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>The head of a PNG chunk: its type of four letters and its length in bytes.</summary>
internal sealed record PngChunk(string Type, long Length)
{
    private static readonly FrozenSet<string> Critical = FrozenSet.Create("IHDR", "PLTE", "IDAT", "IEND");

    private static readonly FrozenSet<string> ForDisplay = FrozenSet.Create(
        "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "tRNS", "bKGD", "pHYs", "cICP", "mDCV", "cLLI",
        "acTL", "fcTL", "fdAT");

    public bool IsKept => Critical.Contains(Type) || ForDisplay.Contains(Type);

    /// <summary>
    /// Reads the head; null if it is none, or of a critical chunk that nobody knows: decoders refuse it,
    /// and it may be a text whose type was damaged.
    /// </summary>
    public static PngChunk? Parse(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        var type = head[4..8];
        foreach (var letter in type)
            if (!char.IsAsciiLetter((char)letter))
                return null;
        var name = Encoding.ASCII.GetString(type);
        return length > int.MaxValue || (char.IsAsciiLetterUpper(name[0]) && !Critical.Contains(name))
            ? null
            : new PngChunk(name, length);
    }

    public static byte[] Build(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), Crc32.Append(0, chunk.AsSpan(4, 4 + body.Length)));
        return chunk;
    }
}
