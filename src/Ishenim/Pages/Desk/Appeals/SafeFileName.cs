using System.Globalization;
using System.Text;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>A file's name as a writer's device gave it, made safe to show and to save.</summary>
internal static class SafeFileName
{
    private const int MostCharacters = 120;

    /// <summary>
    /// Without folders, control characters, line breaks and marks that turn the writing direction, with which the name of a
    /// program would read as that of a picture; never empty, and never hidden.
    /// </summary>
    public static string Of(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
            clean.Append(Keeps(rune) ? rune.ToString() : IsSeparator(rune) ? "_" : "");
        var text = clean.ToString().Trim(' ', '.');
        if (text.Length > MostCharacters)
            text = Shorten(text);
        return text.Length > 0 ? text : "file";
    }

    private static bool IsSeparator(Rune rune) => "/\\:*?\"<>|".Contains(rune.ToString(), StringComparison.Ordinal);

    private static bool Keeps(Rune rune) => !IsSeparator(rune) && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Keeps the ending, which tells what opens the file; never cuts a character in two.</summary>
    private static string Shorten(string text)
    {
        var dot = text.LastIndexOf('.');
        var ending = dot >= 0 && text.Length - dot <= 12 ? text[dot..] : "";
        var length = MostCharacters - ending.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + ending;
    }
}
