using System.Diagnostics.CodeAnalysis;

namespace Ishenim.Core.Appeals.Contacts;

/// <summary>
/// A telephone number as somebody types it, of any country: <c>0700 12 34 56</c>, <c>+7 (912) 345-67-89</c>. The usual
/// Kyrgyz and Russian forms get their country's code; another without a plus stays as it is.
/// </summary>
public sealed record PhoneNumber
{
    private const int LeastDigits = 5;
    private const int MostDigits = 15;

    private PhoneNumber(string text) => Text = text;

    /// <summary>Digits, with a plus where the country is known: <c>+996700123456</c>.</summary>
    public string Text { get; }

    public static bool TryParse(string? typed, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        var bare = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.' or '\u2010' or '\u2011' or '\u2013')));
        var prefix = bare.StartsWith('+') ? 1 : bare.StartsWith("00", StringComparison.Ordinal) ? 2 : 0;
        var digits = bare[prefix..];
        if (digits.Length is < LeastDigits or > MostDigits || !digits.All(char.IsAsciiDigit))
            return false;
        number = new PhoneNumber(prefix > 0 ? "+" + digits : WithCountry(digits));
        return true;
    }

    public override string ToString() => Text;

    private static string WithCountry(string digits) => digits switch
    {
        { Length: 10 } when digits[0] == '0' => "+996" + digits[1..],
        { Length: 9 } when digits[0] is '2' or '3' or '5' or '7' or '9' => "+996" + digits,
        { Length: 12 } when digits.StartsWith("996", StringComparison.Ordinal) => "+" + digits,
        { Length: 11 } when digits[0] is '7' or '8' => "+7" + digits[1..],
        _ => digits,
    };
}
