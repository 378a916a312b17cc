using System.Globalization;
using System.Text;

namespace Ishenim.Documents;

/// <summary>
/// Text as a paper bears it. What is no letter to the eye is left out: control characters, which XML forbids; halves of
/// characters; and the marks that turn the writing direction, with which a name would read as another.
/// </summary>
internal static class CleanText
{
    /// <summary>Line breaks stay, as <c>\n</c>.</summary>
    public static string Of(string text)
    {
        if (text.All(IsPlain))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (Keeps(rune))
                clean.Append(rune == new Rune('\t') ? " " : rune.ToString());
        return clean.ToString();
    }

    public static string OneLine(string text) => Of(text).Replace('\n', ' ');

    /// <summary>Nearly every text: Latin and Cyrillic letters, digits, signs.</summary>
    private static bool IsPlain(char c) => c is >= ' ' and <= '~' or >= '\u00A1' and <= '\u00AC' or >= '\u00AE' and <= '\u052F' or '\n';

    private static bool Keeps(Rune rune) => rune.Value is '\n' or '\t' || (rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or 0xFFFF)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned));
}
