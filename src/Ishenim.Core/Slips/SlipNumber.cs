using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Slips;

/// <summary>The number on a coded letter sheet: seven random digits and a check digit. It opens nothing.</summary>
public sealed record SlipNumber
{
    public const int Length = 8;

    private SlipNumber(string digits) => Digits = digits;

    /// <summary>As stored: <c>12345670</c>.</summary>
    public string Digits { get; }

    public static SlipNumber New()
    {
        var digits = RandomNumberGenerator.GetString("0123456789", Length - 1);
        return new SlipNumber(digits + Damm.Check(digits));
    }

    /// <summary>Reads what is typed from a sheet; spaces and hyphens are skipped. False where a digit is wrong.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out SlipNumber? number)
    {
        var digits = string.Concat((typed ?? "").Where(c => !Typed.IsSeparator(c)));
        var isNumber = digits.Length == Length && digits.All(char.IsAsciiDigit) && Damm.Check(digits) == '0';
        number = isNumber ? new SlipNumber(digits) : null;
        return isNumber;
    }

    /// <summary>As printed: <c>1234-5670</c>.</summary>
    public override string ToString() => $"{Digits[..4]}-{Digits[4..]}";

    public sealed class Converter() : ValueConverter<SlipNumber, string>(number => number.Digits, digits => new SlipNumber(digits));
}

/// <summary>What the square code on a sheet holds: which school, and which number.</summary>
public static class SlipMark
{
    private const string Start = "ishenim:";

    public static string Of(string slug, SlipNumber number) => $"{Start}{slug}:{number.Digits}";

    /// <summary>The number in what was scanned or typed.</summary>
    /// <param name="text">The square code's text, or the number as typed.</param>
    /// <param name="slug">This school.</param>
    /// <param name="elsewhere">It is a sheet of another school.</param>
    public static SlipNumber? Read(string text, string slug, out bool elsewhere)
    {
        var parts = text.Trim().Split(':');
        elsewhere = parts.Length == 3 && text.TrimStart().StartsWith(Start, StringComparison.Ordinal) && parts[1] != slug;
        return !elsewhere && SlipNumber.TryParse(parts[^1], out var number) ? number : null;
    }
}
