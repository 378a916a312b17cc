using System.Text.RegularExpressions;

namespace Ishenim.Documents.Workbook;

/// <summary>Text as cells hold it.</summary>
internal static partial class XlsxText
{
    /// <summary>More than this a cell does not hold.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Programs read <c>_x0041_</c> in a text as a character's number, so that such a text has to be written otherwise.</summary>
    public static string Of(string text)
    {
        var clean = Escape().Replace(CleanText.Of(text), "_x005F_x${code}_");
        return clean.Length <= MostCharacters ? clean : clean[..(MostCharacters - 2)] + "…";
    }

    /// <summary>What a program could take for a formula when somebody edits the cell is marked as a text.</summary>
    public static XlsxLook Look(string text, XlsxLook look) => text.TrimStart() is ['=' or '+' or '-' or '@' or '\t' or '|' or '%', ..]
        ? look switch { XlsxLook.InTable => XlsxLook.QuotedInTable, XlsxLook.Free => XlsxLook.QuotedFree, _ => look }
        : look;

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
