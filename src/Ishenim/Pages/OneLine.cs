using System.Globalization;
using System.Text;

namespace Ishenim.Pages;

/// <summary>A name or other short text as somebody typed it, made safe to store and to show beside others.</summary>
internal static class OneLine
{
    /// <summary>
    /// Without blanks around it, control signs (PostgreSQL refuses U+0000) and signs that are not seen: those that turn the
    /// writing direction would turn what stands behind the name, too.
    /// </summary>
    public static string Of(string? typed) => string.Concat((typed ?? "").EnumerateRunes().Where(IsSeen).Select(rune => rune.ToString())).Trim();

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
