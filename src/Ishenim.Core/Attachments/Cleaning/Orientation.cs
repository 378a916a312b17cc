using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// The one fact of Exif that a viewer needs: which way up the picture is, 1 to 8 (CIPA DC-008, tag 0x0112;
/// 1 is upright).
/// </summary>
internal static class Orientation
{
    private const int Tag = 0x0112;
    private const int Short = 3;

    /// <summary>The orientation said in an Exif block (it begins with the TIFF header), or 1.</summary>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("II*\0"u8))
            return Find(exif, littleEndian: true);
        return exif.StartsWith("MM\0*"u8) ? Find(exif, littleEndian: false) : 1;
    }

    /// <summary>An Exif block of 26 bytes that says the orientation and nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        Tag >> 8, Tag & 0xFF, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static int Find(ReadOnlySpan<byte> exif, bool littleEndian)
    {
        if (exif.Length < 8)
            return 1;
        long directory = littleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (directory > exif.Length - 2)
            return 1;
        var entries = exif[(int)directory..];
        var count = Number(entries, littleEndian);
        for (entries = entries[2..]; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Number(entries, littleEndian) == Tag && Number(entries[2..], littleEndian) == Short)
                return Number(entries[8..], littleEndian) is >= 1 and <= 8 and var found ? found : 1;
        }
        return 1;
    }

    private static int Number(ReadOnlySpan<byte> bytes, bool littleEndian) => littleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
