using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// Decides what stays of each JPEG segment. What is kept must be exactly as long as its own contents say:
/// a wrong length could carry a swallowed Exif block along.
/// </summary>
internal sealed class JpegSegments
{
    private const int Head = 4;
    private static readonly ReadOnlyMemory<byte> Nothing = ReadOnlyMemory<byte>.Empty;
    private readonly ProfileChunks profile = new();
    private bool hasFrame;
    private bool hasJfif;
    private bool hasOrientation;

    /// <summary>Whether picture data has begun.</summary>
    public bool HasScan { get; private set; }

    /// <summary>What stays of a segment (with its marker and length); null if it is not as it must be.</summary>
    public ReadOnlyMemory<byte>? Clean(int marker, ReadOnlyMemory<byte> segment)
    {
        var body = segment.Span[Head..];
        return marker switch
        {
            0xC4 => If(JpegTables.AreHuffmanTables(body), segment),
            0xCC => If(body.Length % 2 == 0, segment),
            0xDA => Scan(segment),
            0xDB => If(JpegTables.AreQuantizationTables(body), segment),
            0xDC or 0xDD => If(body.Length == 2, segment),
            0xC8 => null,
            >= 0xC0 and <= 0xCF => Frame(segment),
            0xE0 => Jfif(body),
            0xE1 => Exif(body),
            0xE2 => profile.Trim(segment),
            0xEE => Adobe(body),
            (>= 0xE3 and <= 0xEF) or 0xFE => Nothing,
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte>? If(bool sound, ReadOnlyMemory<byte> segment) => sound ? segment : null;

    private ReadOnlyMemory<byte>? Frame(ReadOnlyMemory<byte> segment)
    {
        var first = !hasFrame;
        hasFrame = true;
        return If(first && JpegTables.IsFrame(segment.Span[Head..]), segment);
    }

    private ReadOnlyMemory<byte>? Scan(ReadOnlyMemory<byte> segment)
    {
        HasScan = true;
        return If(hasFrame && JpegTables.IsScan(segment.Span[Head..]), segment);
    }

    // Version, unit and density stay; the thumbnail behind them does not.
    private ReadOnlyMemory<byte> Jfif(ReadOnlySpan<byte> body)
    {
        if (hasJfif || body.Length < 14 || !body.StartsWith("JFIF\0"u8))
            return Nothing;
        hasJfif = true;
        return Build(0xE0, [.. body[..12], 0, 0]);
    }

    // Decoders read the orientation before the first scan only.
    private ReadOnlyMemory<byte> Exif(ReadOnlySpan<byte> body)
    {
        if (hasOrientation || HasScan || !body.StartsWith("Exif\0"u8) || body.Length < 6)
            return Nothing;
        var orientation = Orientation.Read(body[6..]);
        hasOrientation = orientation > 1;
        return hasOrientation ? Build(0xE1, [.. "Exif\0\0"u8, .. Orientation.Write(orientation)]) : Nothing;
    }

    private static ReadOnlyMemory<byte> Adobe(ReadOnlySpan<byte> body) =>
        body.Length >= 12 && body.StartsWith("Adobe"u8) ? Build(0xEE, body[..12]) : Nothing;

    private static byte[] Build(byte marker, ReadOnlySpan<byte> body)
    {
        byte[] segment = [0xFF, marker, 0, 0, .. body];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(body.Length + 2));
        return segment;
    }

    /// <summary>
    /// A colour profile in numbered chunks (ICC.1, Annex B.4), cut off where its own first four bytes say
    /// it ends; chunks out of order go.
    /// </summary>
    private sealed class ProfileChunks
    {
        private const int Preface = 14;
        private int next = 1;
        private long left;

        public ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> segment)
        {
            var body = segment.Span[Head..];
            if (body.Length < Preface + 4 || !body.StartsWith("ICC_PROFILE\0"u8) || body[12] != next)
                return Nothing;
            if (next++ == 1)
                left = BinaryPrimitives.ReadUInt32BigEndian(body[Preface..]);
            var size = (int)Math.Min(left, body.Length - Preface);
            left -= size;
            return size == body.Length - Preface ? segment : Build(0xE2, body[..(Preface + size)]);
        }
    }
}
