using Ishenim.Documents;
using Ishenim.Documents.Html;
using Ishenim.Documents.Pdf;
using Ishenim.Documents.Word;
using Ishenim.Documents.Workbook;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ishenim.Papers;

/// <summary>Gives a document as the ending of its address says: html (the print view), docx, xlsx or pdf.</summary>
public sealed class PaperGiving(PdfProgram program)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Html = "text/html; charset=utf-8";

    /// <summary>An unknown ending is not found; a PDF that cannot be made becomes the print view with a line that says so.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="document">The paper.</param>
    /// <param name="name">Of the file, without ending.</param>
    /// <param name="ending">html, docx, xlsx or pdf.</param>
    public async Task<IActionResult> GiveAsync(HttpContext context, Document document, string name, string ending) => ending switch
    {
        "html" => Print(context, document, null),
        "docx" => Saved(context, DocxWriter.Write(document), Word, name + ".docx"),
        "xlsx" => Saved(context, XlsxWriter.Write(document), Workbook, name + ".xlsx"),
        "pdf" => await PdfAsync(context, document, name),
        _ => new NotFoundResult(),
    };

    /// <summary>The print view of any number of blocks, each sent as it comes; nothing is kept.</summary>
    public async Task StreamAsync(HttpContext context, Document document, IAsyncEnumerable<Block> blocks)
    {
        var frame = PrintFrame.Of(context, null);
        context.Response.ContentType = Html;
        await using var writer = new StreamWriter(context.Response.Body, leaveOpen: true);
        await HtmlWriter.WriteAsync(writer, document, blocks, frame);
    }

    /// <summary>A file to save, which no page shows.</summary>
    public IActionResult Saved(HttpContext context, byte[] file, string type, string name)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return new FileContentResult(file, type) { FileDownloadName = SafeFileName.Of(name) };
    }

    private async Task<IActionResult> PdfAsync(HttpContext context, Document document, string name)
    {
        var result = await program.WriteAsync(document, context.RequestAborted);
        return result.Pdf is { } pdf ? Saved(context, pdf, "application/pdf", name + ".pdf") : Print(context, document, result.Fault);
    }

    private static ContentResult Print(HttpContext context, Document document, PdfFault? fault)
    {
        var say = context.RequestServices.GetRequiredService<Say>();
        var notice = fault switch
        {
            null => null,
            PdfFault.Missing => say["paper.pdf.missing"],
            PdfFault.TooSlow => say["paper.pdf.slow"],
            _ => say["paper.pdf.failed"],
        };
        return new ContentResult { Content = HtmlWriter.Write(document, PrintFrame.Of(context, notice)), ContentType = Html };
    }
}
