using System.Numerics;

namespace Ishenim.Sealing;

/// <summary>
/// Padmé: at most 12 % longer, and only O(log log n) bits of the length remain visible (Nikitin and others, "Reducing
/// Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019, algorithm 1).
/// </summary>
public static class Padme
{
    /// <summary>The padded length of something <paramref name="length"/> bytes long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static long Length(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length < 2)
            return length;
        var exponent = BitOperations.Log2((ulong)length);
        var kept = BitOperations.Log2((uint)exponent) + 1;
        var mask = (1L << (exponent - kept)) - 1;
        return checked(length + mask) & ~mask;
    }
}
