using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// The code by which a writer comes back: 19 random digits (63 bits) and a Damm check digit. It is shown once and stored
/// nowhere; whoever has it can read the writer's side of the appeal.
/// </summary>
public sealed class ReceiptCode
{
    /// <summary>How many digits a code has, the check digit included.</summary>
    public const int Length = 20;

    private ReceiptCode(string digits) => Digits = digits;

    /// <summary>The bare digits: <c>12345678901234567890</c>.</summary>
    public string Digits { get; }

    /// <summary>A new random code.</summary>
    public static ReceiptCode New()
    {
        Span<char> digits = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
            digits[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
        digits[^1] = Damm.Check(digits[..^1]);
        return new ReceiptCode(new string(digits));
    }

    /// <summary>
    /// Reads what somebody types or pastes: spaces and hyphens of any kind are skipped, decimal digits of any script are
    /// taken. False if a digit is wrong, missing or too many, or two neighbours are exchanged.
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ReceiptCode? code)
    {
        code = null;
        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (Typed.IsSeparator(c))
                continue;
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value < 0 || count == Length)
                return false;
            digits[count++] = (char)('0' + value);
        }
        if (count != Length || Damm.Check(digits) != '0')
            return false;
        code = new ReceiptCode(new string(digits));
        return true;
    }

    /// <summary>Fives of four, as shown to the writer: <c>1234 5678 9012 3456 7890</c>.</summary>
    public override string ToString() => string.Join(' ', Digits.Chunk(4).Select(group => new string(group)));
}
