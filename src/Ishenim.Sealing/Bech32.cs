namespace Ishenim.Sealing;

/// <summary>
/// The six check characters of Bech32m (BIP-350) over groups of five bits: in up to 89 characters any four wrong ones,
/// and any two exchanged, are told for certain.
/// </summary>
internal static class Bech32
{
    internal const int CheckSize = 6;

    private const uint Constant = 0x2bc830a3;
    private static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    internal static byte[] Check(string prefix, ReadOnlySpan<byte> digits)
    {
        Span<byte> input = stackalloc byte[digits.Length + CheckSize];
        input.Clear();
        digits.CopyTo(input);
        var sum = Polymod(prefix, input) ^ Constant;
        var check = new byte[CheckSize];
        for (var i = 0; i < CheckSize; i++)
            check[i] = (byte)(sum >> (5 * (CheckSize - 1 - i)) & 31);
        return check;
    }

    internal static bool IsValid(string prefix, ReadOnlySpan<byte> digitsAndCheck) => Polymod(prefix, digitsAndCheck) == Constant;

    private static uint Polymod(string prefix, ReadOnlySpan<byte> digits)
    {
        uint sum = 1;
        foreach (var c in prefix)
            sum = Step(sum, (uint)c >> 5);
        sum = Step(sum, 0);
        foreach (var c in prefix)
            sum = Step(sum, (uint)c & 31);
        foreach (var digit in digits)
            sum = Step(sum, digit);
        return sum;
    }

    private static uint Step(uint sum, uint value)
    {
        var top = sum >> 25;
        sum = (sum & 0x1ffffff) << 5 ^ value;
        for (var i = 0; i < Generator.Length; i++)
            if ((top >> i & 1) != 0)
                sum ^= Generator[i];
        return sum;
    }
}
