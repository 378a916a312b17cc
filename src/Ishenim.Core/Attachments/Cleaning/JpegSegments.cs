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

    /// <summary>Whether a segment may stand here and is as long as its contents say.</summary>
    public bool IsSound(int marker, ReadOnlySpan<byte> segment)
    {
        var body = segment[Head..];
        switch (marker)
        {
            case 0xC4:
                return JpegTables.AreHuffmanTables(body);
            case 0xCC:
                return body.Length % 2 == 0;
            case 0xDA:
                HasScan = true;
                return hasFrame && JpegTables.IsScan(body);
            case 0xDB:
                return JpegTables.AreQuantizationTables(body);
            case 0xDC or 0xDD:
                return body.Length == 2;
            case >= 0xC0 and <= 0xCF and not 0xC8:
                var first = !hasFrame;
                hasFrame = true;
                return first && JpegTables.IsFrame(body);
            default:
                return marker is (>= 0xE0 and <= 0xEF) or 0xFE;
        }
    }

    /// <summary>What stays of a sound segment, with its marker and length; nothing, if it goes.</summary>
    public ReadOnlyMemory<byte> Clean(int marker, ReadOnlyMemory<byte> segment)
    {
        var body = segment.Span[Head..];
        return marker switch
        {
            < 0xE0 => segment,
            0xE0 => Jfif(body),
            0xE1 => Exif(body),
            0xE2 => profile.Trim(segment),
            0xEE => Adobe(body),
            _ => Nothing,
        };
    }

    // Version, unit and density stay; the thumbnail behind them does not.
    private ReadOnlyMemory<byte> Jfif(ReadOnlySpan<byte> body)
    {
        if (hasJfif || body.Length < 14 || !body.StartsWith("JFIF\0"u8))
            return Nothing;
        hasJfif = true;
        return Build(0xE0, [.. body[..12], 0, 0]);
    }

    private ReadOnlyMemory<byte> Exif(ReadOnlySpan<byte> body)
    {
        if (hasOrientation || !body.StartsWith("Exif\0"u8) || body.Length < 6)
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
