using System.Text;

namespace Ishenim.Documents.Html;

/// <summary>
/// A document as one HTML page with its style in it: the print view, and what PDF is made of. Every text is escaped, and
/// nothing is fetched from anywhere: pictures are <c>data:</c> addresses, the font is the machine's.
/// </summary>
public static class HtmlWriter
{
    public static string Write(Document document, HtmlFrame? frame = null)
    {
        var page = new StringBuilder();
        Begin(page, document, frame);
        foreach (var block in document.Blocks)
            HtmlBlocks.Append(page, block);
        End(page, frame);
        return page.ToString();
    }

    /// <summary>The document and then more blocks, each written as it comes: memory does not grow with their number.</summary>
    public static async Task WriteAsync(TextWriter writer, Document document, IAsyncEnumerable<Block> more, HtmlFrame? frame = null)
    {
        var page = new StringBuilder();
        Begin(page, document, frame);
        foreach (var block in document.Blocks)
            HtmlBlocks.Append(page, block);
        await foreach (var block in more)
        {
            await FlushAsync(writer, page);
            HtmlBlocks.Append(page, block);
        }
        End(page, frame);
        await FlushAsync(writer, page);
    }

    private static async Task FlushAsync(TextWriter writer, StringBuilder page)
    {
        await writer.WriteAsync(page);
        await writer.FlushAsync();
        page.Clear();
    }

    private static void Begin(StringBuilder page, Document document, HtmlFrame? frame)
    {
        page.Append($"<!DOCTYPE html>\n<html lang=\"{document.Language.Code()}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n");
        page.Append($"<title>{HtmlText.Of(document.Title)}</title>\n<style");
        if (frame?.Nonce is { } nonce)
            page.Append($" nonce=\"{HtmlText.Of(nonce)}\"");
        page.Append($">{HtmlStyle.Of(document.Page)}</style>\n</head>\n<body>\n{frame?.Before}<main>\n");
    }

    private static void End(StringBuilder page, HtmlFrame? frame) => page.Append($"</main>\n{frame?.Behind}</body>\n</html>\n");
}
