using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Public.Forms;

/// <summary>The name that a writer's device gave a file: without folders, and without signs that would show it as another.</summary>
internal static class FileNames
{
    private const int Most = 120;
    private const string Nameless = "file";

    public static string Of(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        return Plain(sent.Value ?? "");
    }

    /// <summary>The last part of a path; no control or direction signs ("gpj.exe" must not look like "exe.jpg").</summary>
    public static string Plain(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(name.EnumerateRunes()
            .Where(rune => System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            .Select(rune => rune.ToString())).Trim();
        if (plain.Length > Most)
            plain = plain[..(Most / 2)] + "…" + plain[^(Most / 2 - 1)..];
        return plain.Length == 0 ? Nameless : plain;
    }
}
