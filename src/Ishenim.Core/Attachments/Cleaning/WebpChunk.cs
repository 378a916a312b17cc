using System.Buffers.Binary;
using System.Text;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>The head of a WebP chunk: its type of four characters and its length in bytes, without padding.</summary>
internal sealed record WebpChunk(string Type, long Length)
{
    /// <summary>Bytes of a chunk's type and length.</summary>
    public const int Head = 8;

    /// <summary>Bytes of place, size and duration at the front of an animation's frame.</summary>
    public const int FrameHead = 16;

    public int Padding => (int)(Length & 1);

    public bool IsPicture => Type is "VP8 " or "VP8L" or "ALPH";

    private static ReadOnlySpan<byte> EmptyXmp => "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>"u8;

    /// <summary>Reads the head; null if the type is not printable.</summary>
    public static WebpChunk? Parse(ReadOnlySpan<byte> head)
    {
        foreach (var character in head[..4])
            if (character is < 0x20 or > 0x7E)
                return null;
        return new(Encoding.ASCII.GetString(head[..4]), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
    }

    /// <summary>Rewrites a chunk's body in place; how many bytes from its front are then to be kept.</summary>
    public static long Rewrite(string type, Span<byte> body) => type switch
    {
        "VP8X" or "ANIM" => body.Length,
        "ICCP" when body.Length >= 4 => BinaryPrimitives.ReadUInt32BigEndian(body),
        "EXIF" => Replace(body, Orientation.Write(Orientation.Read(TiffPart(body)))),
        "XMP " => Replace(body, EmptyXmp),
        _ => 0,
    };

    // Some programs put JPEG's preface before the block.
    private static ReadOnlySpan<byte> TiffPart(ReadOnlySpan<byte> exif) =>
        exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    private static int Replace(Span<byte> body, ReadOnlySpan<byte> replacement)
    {
        if (body.Length < replacement.Length)
            return 0;
        replacement.CopyTo(body);
        return replacement.Length;
    }
}
