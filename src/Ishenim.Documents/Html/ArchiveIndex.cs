using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>The first page of a handover: it leads to everything in the folder, by relative addresses alone.</summary>
public static class ArchiveIndex
{
    /// <param name="language">Of the page.</param>
    /// <param name="title">What the folder is.</param>
    /// <param name="notes">What stands above the list.</param>
    /// <param name="papers">Name and address of the papers of the whole year.</param>
    /// <param name="letters">Name and address of each letter.</param>
    public static string Write(
        PaperLanguage language, string title, IEnumerable<string> notes, IEnumerable<(string Name, string Address)> papers, IEnumerable<(string Name, string Address)> letters)
    {
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html>\n<html lang=\"{language.Code()}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        page.Append($"<title>{HtmlText.Of(title)}</title>\n<style>body{{font:16px/1.5 serif;max-width:45em;margin:2em auto;padding:0 1em}}</style>\n</head>\n<body>\n<main>\n<h1>{HtmlText.Of(title)}</h1>\n");
        foreach (var note in notes)
            page.Append($"<p>{HtmlText.Of(note)}</p>\n");
        List(page, "ul", papers);
        List(page, "ol", letters);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void List(StringBuilder page, string tag, IEnumerable<(string Name, string Address)> links)
    {
        page.Append($"<{tag}>\n");
        foreach (var (name, address) in links)
            page.Append($"<li><a href=\"{HtmlText.Of(address)}\">{HtmlText.Of(name)}</a></li>\n");
        page.Append($"</{tag}>\n");
    }
}
