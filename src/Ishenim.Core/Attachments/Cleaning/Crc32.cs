using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// PNG's check sum (polynomial 0xEDB88320), eight bytes at a time. The framework's own is a package of its
/// own, and this is all that would be used of it.
/// </summary>
internal static class Crc32
{
    private static readonly uint[] Tables = BuildTables();

    /// <summary>The sum over all that <paramref name="sum"/> covers and then <paramref name="data"/>; 0 to begin.</summary>
    public static uint Append(uint sum, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> table = Tables;
        var state = ~sum;
        for (; data.Length >= 8; data = data[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            state = table[0x700 + (byte)low] ^ table[0x600 + (byte)(low >> 8)]
                ^ table[0x500 + (byte)(low >> 16)] ^ table[0x400 + (byte)(low >> 24)]
                ^ table[0x300 + (byte)high] ^ table[0x200 + (byte)(high >> 8)]
                ^ table[0x100 + (byte)(high >> 16)] ^ table[(byte)(high >> 24)];
        }
        foreach (var value in data)
            state = table[(byte)(state ^ value)] ^ (state >> 8);
        return ~state;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            tables[i] = value;
        }
        for (var i = 256; i < tables.Length; i++)
            tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
