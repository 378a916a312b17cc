using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ishenim.Documents.Workbook;

/// <summary>
/// A document as a workbook of one sheet, for registers and journals. Every cell is a text in its place, a number or a day;
/// none is ever a formula, whatever it begins with.
/// </summary>
public static class XlsxWriter
{
    public static byte[] Write(Document document)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
            Write(package, document);
        return file.ToArray();
    }

    private static void Write(SpreadsheetDocument package, Document document)
    {
        package.PackageProperties.Title = CleanText.OneLine(document.Title);
        var book = package.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Of(document.Page.FontSize);
        var sheet = book.AddNewPart<WorksheetPart>();
        var rows = XlsxRows.Of(document);
        XlsxSheet.Write(sheet, document, rows);
        var names = rows.Head is { } head
            ? new DefinedNames(new DefinedName($"'{SheetName}'!${head}:${head}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 })
            : null;
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        if (names is not null)
            book.Workbook.Append(names);
    }

    private const string SheetName = "1";
}
