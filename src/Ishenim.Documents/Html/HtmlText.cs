using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>Text as HTML, for elements and quoted attributes alike.</summary>
internal static class HtmlText
{
    public static string Of(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in CleanText.Of(text))
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' => html.Append("<br>"),
                _ => html.Append(c),
            };
        return html.ToString();
    }
}
