using DocumentFormat.OpenXml.Wordprocessing;
using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Word;

public sealed class DocxWriterTests
{
    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public void Write_EveryForm_IsValidAndNotEmpty(PaperLanguage language)
    {
        foreach (var (name, document) in PaperSamples.All(language))
        {
            using var word = OpenedAgain.Word(DocxWriter.Write(document));
            Assert.True(word.MainDocumentPart!.Document.InnerText.Length > 40, name);
        }
    }

    [Fact]
    public void Write_HostileNames_AreValidAndPlainText()
    {
        foreach (var name in Hostile.Names)
        {
            using var word = OpenedAgain.Word(DocxWriter.Write(Hostile.Act(name)));
            Assert.Contains(CleanText.OneLine(name), word.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        }
    }

    /// <summary>A field would be carried out by whoever opens the paper.</summary>
    [Fact]
    public void Write_HostileNamesInEveryPaper_AreNoFieldsAndFetchNothing()
    {
        var usual = PaperSamples.All(PaperLanguage.Kyrgyz).ToDictionary(paper => paper.Key, paper => Fields(Hostile.Everywhere(paper.Value, "Асан")));
        foreach (var (paper, name, document) in Hostile.Papers)
            Assert.Equal((paper, name, usual[paper]), (paper, name, Fields(document, name)));
    }

    private static string Fields(Document document, string name = "Асан")
    {
        using var word = OpenedAgain.Word(DocxWriter.Write(document));
        var main = word.MainDocumentPart!;
        Assert.Contains(CleanText.OneLine(name), main.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(main.ExternalRelationships);
        Assert.Empty(main.HyperlinkRelationships);
        Assert.All(main.FooterParts, foot => Assert.Empty(foot.ExternalRelationships.Concat<object>(foot.HyperlinkRelationships)));
        var all = main.FooterParts.Select(foot => (DocumentFormat.OpenXml.OpenXmlElement)foot.Footer).Append(main.Document).SelectMany(part => part.Descendants());
        return string.Join('|', all.Where(one => one is FieldCode or SimpleField or Hyperlink or FieldChar).Select(one => one.OuterXml));
    }

    [Fact]
    public void Write_Journal_RepeatsItsHeadAndLiesOnItsSide()
    {
        using var word = OpenedAgain.Word(DocxWriter.Write(OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Kyrgyz, 30))));
        var body = word.MainDocumentPart!.Document.Body!;

        var table = body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().First(one => one.Elements<TableRow>().Count() > 5);

        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>());
        Assert.Equal(31, table.Elements<TableRow>().Count());
        var size = body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;
        Assert.Equal(PageOrientationValues.Landscape, size.Orient!.Value);
        Assert.True(size.Width! > size.Height!);
    }

    [Fact]
    public void Write_Act_HasItsFormatFontFooterAndQrCode()
    {
        using var word = OpenedAgain.Word(DocxWriter.Write(ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz))));
        var main = word.MainDocumentPart!;

        var margin = main.Document.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<PageMargin>()!;
        Assert.Equal((1701U, 850U, 1134, 1134), (margin.Left!.Value, margin.Right!.Value, margin.Top!.Value, margin.Bottom!.Value));
        Assert.Contains("PT Serif", main.StyleDefinitionsPart!.Styles!.OuterXml, StringComparison.Ordinal);
        Assert.Single(main.FooterParts);
        Assert.Single(main.ImageParts);
    }
}
