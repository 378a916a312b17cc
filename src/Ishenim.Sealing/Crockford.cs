using System.Text;

namespace Ishenim.Sealing;

/// <summary>Crockford's base 32 (https://www.crockford.com/base32.html): digits and letters that are not mistaken for each other.</summary>
public static class Crockford
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly (string Cyrillic, string Latin) LikeLatin = ("АВЕКМНОРСТУХ", "ABEKMHOPCTYX");

    /// <summary>The first <paramref name="count"/> groups of five bits, the highest bit first; missing bits are zeros.</summary>
    public static byte[] Digits(ReadOnlySpan<byte> bytes, int count)
    {
        var digits = new byte[count];
        for (var bit = 0; bit < Math.Min(count * 5, bytes.Length * 8); bit++)
            if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0)
                digits[bit / 5] |= (byte)(16 >> (bit % 5));
        return digits;
    }

    /// <summary>The other way round; false if bits beyond the last byte are not zero.</summary>
    public static bool TryBytes(ReadOnlySpan<byte> digits, Span<byte> bytes)
    {
        bytes.Clear();
        for (var bit = 0; bit < digits.Length * 5; bit++)
        {
            if ((digits[bit / 5] >> (4 - bit % 5) & 1) == 0)
                continue;
            if (bit >= bytes.Length * 8)
                return false;
            bytes[bit / 8] |= (byte)(128 >> (bit % 8));
        }
        return true;
    }

    /// <summary>Digits as text in groups of four.</summary>
    public static string Groups(ReadOnlySpan<byte> digits, char separator)
    {
        var text = new StringBuilder(digits.Length * 5 / 4);
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && i % 4 == 0)
                text.Append(separator);
            text.Append(Alphabet[digits[i]]);
        }
        return text.ToString();
    }

    /// <summary>
    /// The value of a typed character, or -1. As Crockford says, O is 0, and I and L are 1, in either case. A Cyrillic letter
    /// that looks like a Latin one is taken for it: who copies from paper does not look at the keyboard's language.
    /// </summary>
    public static int ValueOf(char typed)
    {
        var letter = char.ToUpperInvariant(typed);
        var cyrillic = LikeLatin.Cyrillic.IndexOf(letter, StringComparison.Ordinal);
        return (cyrillic < 0 ? letter : LikeLatin.Latin[cyrillic]) switch
        {
            'O' => 0,
            'I' or 'L' => 1,
            var other => Alphabet.IndexOf(other, StringComparison.Ordinal),
        };
    }
}
