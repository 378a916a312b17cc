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
        var plain = OneLine.Of(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (plain.Length > Most)
            plain = Shorten(plain);
        return plain.Length == 0 ? Nameless : plain;
    }

    /// <summary>Beginning and end, which tells what opens the file; never half of a sign that is written as two.</summary>
    private static string Shorten(string name)
    {
        var (head, tail) = (Most / 2, name.Length - (Most / 2 - 1));
        return name[..(char.IsHighSurrogate(name[head - 1]) ? head - 1 : head)] + "…" + name[(char.IsLowSurrogate(name[tail]) ? tail + 1 : tail)..];
    }
}
