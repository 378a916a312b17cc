using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Ishenim.Documents;

/// <summary>Files of Word and workbooks, opened again by the SDK and held against its schema.</summary>
internal static class OpenedAgain
{
    public static WordprocessingDocument Word(byte[] file)
    {
        var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(Faults(word));
        return word;
    }

    public static SpreadsheetDocument Workbook(byte[] file)
    {
        var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(Faults(book));
        return book;
    }

    private static IEnumerable<string> Faults(OpenXmlPackage package) =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");
}
