using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ishenim.Documents.Word;

/// <summary>A document as a Word file that people may go on writing in.</summary>
public static class DocxWriter
{
    public static byte[] Write(Document document)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            Write(package, document);
        return file.ToArray();
    }

    private static void Write(WordprocessingDocument package, Document document)
    {
        package.PackageProperties.Title = CleanText.OneLine(document.Title);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(document);
        var body = new Body();
        var blocks = new DocxBlocks(main, document.Page);
        foreach (var block in document.Blocks)
            body.Append(blocks.Of(block));
        body.Append(DocxPage.Of(document.Page, document.Page.Numbered ? FooterOf(main) : null));
        main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
    }

    /// <summary>The id of a footer with the page's number.</summary>
    private static string FooterOf(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new SimpleField { Instruction = "PAGE" }));
        return main.GetIdOfPart(part);
    }
}
