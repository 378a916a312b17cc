using System.Globalization;
using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>Each kind of block as HTML. Sizes stand in classes and attributes: the policy of the print view allows no style attribute.</summary>
internal static class HtmlBlocks
{
    public static void Append(StringBuilder page, Block block) => _ = block switch
    {
        Title title => Title(page, title),
        Heading heading => page.Append($"<table class=\"bare\"><tr><td>{Lines(heading.Left)}</td><td class=\"half{(heading.RightAtEdge ? " edge" : "")}\">{Lines(heading.Right)}</td></tr></table>\n"),
        Paragraph { Look: TextLook.Huge } title => page.Append($"<h1 class=\"huge\">{HtmlText.Of(title.Text)}</h1>\n"),
        Paragraph paragraph => page.Append($"<p class=\"{Class(paragraph.Look)}\">{HtmlText.Of(paragraph.Text)}</p>\n"),
        Facts facts => page.Append($"<p>{string.Join("<br>", facts.Lines.Select(fact => $"{HtmlText.Of(fact.Name)}: {HtmlText.Of(fact.Value)}"))}</p>\n"),
        Numbered list => page.Append($"<ol>{Items(list.Lines)}</ol>\n"),
        Bulleted list => page.Append($"<ul>{Items(list.Lines)}</ul>\n"),
        Table table => HtmlTable.Append(page, table),
        Signatures signatures => Signatures(page, signatures),
        WritingLines lines => Repeat(page, "<div class=\"line\"></div>", lines.Count),
        Beside beside => Beside(page, beside),
        Part part => Part(page, part),
        Room room => page.Append($"<div class=\"h{Millimetres(room.Millimetres)}\"></div>\n"),
        PageBreak => page.Append("<div class=\"new\"></div>\n"),
        TearLine tear => page.Append($"<p class=\"tear\">{HtmlText.Of(tear.Text)}</p>\n"),
        FingerprintFoot foot => page.Append($"<table class=\"bare foot\"><tr><td>{HtmlText.Of(foot.Label)}<br><b>{HtmlText.Of(foot.Text)}</b></td><td class=\"qr\">{Picture(foot.Text, 16)}</td></tr></table>\n"),
        QrCode code => page.Append($"<p class=\"centred\">{Picture(code.Content, code.Millimetres)}{(code.Below is { } below ? $"<br>{HtmlText.Of(below)}" : "")}</p>\n"),
        _ => throw new ArgumentException($"No HTML for {block.GetType().Name}.", nameof(block)),
    };

    private static StringBuilder Title(StringBuilder page, Title title) =>
        page.Append($"<h1>{HtmlText.Of(title.Text)}{(title.Below is { } below ? $"<br><small>{HtmlText.Of(below)}</small>" : "")}</h1>\n");

    private static StringBuilder Signatures(StringBuilder page, Signatures signatures)
    {
        var cells = signatures.Lines.Select(line => $"<td>{HtmlText.Of(line.Before)} ____________ {HtmlText.Of(line.Name)}</td>");
        return page.Append($"<table class=\"bare signatures\">{(signatures.InOneRow
            ? $"<tr>{string.Concat(cells)}</tr>"
            : string.Concat(cells.Select(cell => $"<tr>{cell}</tr>")))}</table>\n");
    }

    private static StringBuilder Beside(StringBuilder page, Beside beside)
    {
        page.Append("<table class=\"bare\"><tr><td>");
        foreach (var block in beside.Left)
            Append(page, block);
        page.Append($"</td><td class=\"w{Millimetres(beside.RightMillimetres)}\">");
        foreach (var block in beside.Right)
            Append(page, block);
        return page.Append("</td></tr></table>\n");
    }

    private static StringBuilder Part(StringBuilder page, Part part)
    {
        page.Append($"<div class=\"part h{Millimetres(part.HeightMillimetres)}\">\n");
        foreach (var block in part.Blocks)
            Append(page, block);
        return page.Append("</div>\n");
    }

    private static StringBuilder Repeat(StringBuilder page, string html, int times)
    {
        for (var i = 0; i < times; i++)
            page.Append(html);
        return page.Append('\n');
    }

    private static string Picture(string content, int millimetres) =>
        $"<img class=\"w{Millimetres(millimetres)}\" alt=\"{HtmlText.Of(content)}\" src=\"data:image/png;base64,{Convert.ToBase64String(QrPng.Of(content))}\">";

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(HtmlText.Of));

    private static string Items(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"<li>{HtmlText.Of(line)}</li>"));

    private static string Millimetres(int length) => length.ToString(CultureInfo.InvariantCulture);

    private static string Class(TextLook look) => look switch
    {
        TextLook.Strong => "strong",
        TextLook.Small => "small",
        TextLook.Centred => "centred",
        TextLook.Large => "large",
        TextLook.Code => "code",
        TextLook.Framed => "framed",
        _ => "plain",
    };
}
