using DocumentFormat.OpenXml.Spreadsheet;
using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Ishenim.Documents.Workbook;

public sealed class XlsxWriterTests
{
    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public void Write_EveryForm_IsValid(PaperLanguage language)
    {
        foreach (var (_, document) in PaperSamples.All(language))
            OpenedAgain.Workbook(XlsxWriter.Write(document)).Dispose();
    }

    [Fact]
    public void Write_HostileNames_AreTextsAndNeverFormulas()
    {
        foreach (var name in Hostile.Names)
        {
            using var book = OpenedAgain.Workbook(XlsxWriter.Write(Hostile.Act(name)));
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;

            Assert.Empty(sheet.Descendants<CellFormula>());
            Assert.Contains(sheet.Descendants<SheetCell>(), cell => cell.InnerText == XlsxText.Of(name) && cell.DataType! == CellValues.InlineString);
        }
    }

    [Fact]
    public void Write_HostileNamesInEveryPaper_AreNoFormulasAndFetchNothing()
    {
        foreach (var (paper, name, document) in Hostile.Papers)
        {
            using var book = OpenedAgain.Workbook(XlsxWriter.Write(document));
            var sheets = book.WorkbookPart!.WorksheetParts.ToList();
            Assert.Equal((paper, name, 0), (paper, name, sheets.Sum(sheet => sheet.Worksheet.Descendants().Count(one => one is CellFormula or Hyperlink))));
            Assert.Contains(sheets, sheet => sheet.Worksheet.InnerText.Contains(XlsxText.Of(name), StringComparison.Ordinal));
            Assert.Empty(book.WorkbookPart.ExternalRelationships);
            Assert.All(sheets, sheet => Assert.Empty(sheet.ExternalRelationships.Concat<object>(sheet.HyperlinkRelationships)));
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1")]
    public void Write_TextLikeAFormula_IsMarkedAsText(string text)
    {
        using var book = OpenedAgain.Workbook(XlsxWriter.Write(OneCell(text)));
        var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetCell>().Last();
        var look = (CellFormat)book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

        Assert.True(look.QuotePrefix!.Value);
        Assert.Equal(text, cell.InnerText);
    }

    [Fact]
    public void Write_NumberAndDay_StayWhatTheyAre()
    {
        using var book = OpenedAgain.Workbook(XlsxWriter.Write(Table(Cell.FromNumber(17), Cell.FromDay(new DateOnly(2026, 11, 16)))));
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetCell>().TakeLast(2).ToList();

        Assert.Equal(("17", "46342"), (cells[0].CellValue!.Text, cells[1].CellValue!.Text));
        Assert.All(cells, cell => Assert.Null(cell.DataType));
    }

    [Fact]
    public void Write_TextThatReadsLikeAnEscape_StaysAsWritten() => Assert.Equal("_x005F_x0041_", XlsxText.Of("_x0041_"));

    [Fact]
    public void Write_TextLongerThanACell_IsCutWithAMark()
    {
        using var book = OpenedAgain.Workbook(XlsxWriter.Write(OneCell(new string('ө', 40_000))));
        var text = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetCell>().Last().InnerText;

        Assert.True(text.Length <= XlsxText.MostCharacters);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Journal_HeadStaysInSightAndOnEachSheet()
    {
        using var book = OpenedAgain.Workbook(XlsxWriter.Write(OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Russian, 40))));

        var names = book.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single();
        var rows = book.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();

        Assert.Equal("_xlnm.Print_Titles", names.Name!.Value);
        var head = rows.FindIndex(row => row.InnerText.StartsWith("№ п/п", StringComparison.Ordinal));
        Assert.Equal($"'1'!${head + 1}:${head + 1}", names.Text);
        Assert.Equal((uint)head + 1, (uint)book.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value);
    }

    private static Document OneCell(string text) => Table(Cell.FromText(text));

    private static Document Table(params Cell[] cells) => new()
    {
        Title = "Таблица", Language = PaperLanguage.Russian,
        Blocks = [new Table([.. cells.Select((_, i) => new Column($"{i}", 1))], [cells])],
    };
}
