using Ishenim.Documents.Forms;
using Ishenim.Testing.Papers;

namespace Ishenim.Documents.Pdf;

/// <summary>Papers as PDF, read again. They are left in artifacts/papers to be looked at.</summary>
public sealed class PdfPapersTests
{
    private static readonly Dictionary<(string Name, PaperLanguage Language), byte[]> Samples = [];

    [Theory]
    [InlineData(PaperLanguage.Kyrgyz)]
    [InlineData(PaperLanguage.Russian)]
    public async Task Write_EveryForm_HasItsTextInItsFont(PaperLanguage language)
    {
        foreach (var name in PaperSamples.All(language).Keys)
        {
            var pdf = await SampleAsync(name, language);
            var text = string.Concat(await Machine.PagesAsync(pdf));
            var school = Machine.Flat(PaperSamples.School(language).Name);
            Assert.Contains(school, Machine.Flat(text), StringComparison.Ordinal);
            Assert.Contains("PT-Serif", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_KyrgyzAct_HasItsLetters()
    {
        var text = string.Concat(await Machine.PagesAsync(await SampleAsync("act", PaperLanguage.Kyrgyz)));

        Assert.Contains("Айгүл Төлөгөнова", text, StringComparison.Ordinal);
        Assert.Contains("жаңы пломба", text, StringComparison.Ordinal);
        Assert.Contains(PaperSamples.Fingerprint, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slips-1", 2)]
    [InlineData("slips-2", 2)]
    [InlineData("receipt", 1)]
    [InlineData("notice", 1)]
    [InlineData("poster", 1)]
    [InlineData("poster-a3", 1)]
    [InlineData("key", 1)]
    [InlineData("act", 1)]
    [InlineData("due", 1)]
    public async Task Write_FormOfFixedSize_TakesItsSheets(string name, int sheets)
    {
        foreach (var language in new[] { PaperLanguage.Kyrgyz, PaperLanguage.Russian })
            Assert.Equal(sheets, (await Machine.PagesAsync(await SampleAsync(name, language))).Count);
    }

    [Fact]
    public async Task Write_JournalOfAThousand_HasItsHeadAndNumberOnEachPage()
    {
        var pages = await Machine.PagesAsync(await WriteAsync(OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Kyrgyz, 1000)), "journal-1000"));

        Assert.True(pages.Count(page => page.Contains("директордун", StringComparison.Ordinal)) > 50);
        Assert.All(pages.Where(page => page.Contains("директордун", StringComparison.Ordinal)), page => Assert.Contains("Эскертүү", page, StringComparison.Ordinal));
        Assert.All(pages.Select((page, i) => (page, i)), one => Assert.EndsWith($"{one.i + 1}", one.page.TrimEnd(), StringComparison.Ordinal));
        Assert.Contains("2026-1000", Machine.Flat(string.Concat(pages)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NamesOf300Letters_AreAllThere()
    {
        var text = Machine.Flat(string.Concat(await Machine.PagesAsync(await WriteAsync(Hostile.Act(Hostile.Long), "act-long"))));

        Assert.True(Hostile.Long.Length >= 300);
        Assert.True(System.Text.RegularExpressions.Regex.Count(text, "оглуЖ") >= 10);
    }

    [Fact]
    public async Task Write_RowTallerThanASheet_IsAllThere()
    {
        var row = PaperSamples.Act(PaperLanguage.Kyrgyz) with
        {
            Rows = [new ActRow { Kind = PaperLetterKind.Complaint, Signed = false, Sheets = 1, RegisterNumber = "2026-1", Note = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"сөз{i}")) }],
        };

        var text = string.Concat(await Machine.PagesAsync(await WriteAsync(ActForm.Of(row), "act-tall")));

        Assert.All(new[] { 1, 450, 900 }, i => Assert.Contains($"сөз{i}", text, StringComparison.Ordinal));
    }

    /// <summary>A form of the samples, written once for all tests that look at it: the program takes longest to start.</summary>
    private static async Task<byte[]> SampleAsync(string name, PaperLanguage language)
    {
        if (!Samples.TryGetValue((name, language), out var pdf))
            Samples[(name, language)] = pdf = await WriteAsync(PaperSamples.All(language)[name], $"{name}-{language.Code()}");
        return pdf;
    }

    private static async Task<byte[]> WriteAsync(Document document, string name)
    {
        Machine.SkipWithoutPdf();
        using var program = new PdfProgram(limits: new PdfLimits { Time = TimeSpan.FromMinutes(5) });
        var result = await program.WriteAsync(document);
        Assert.Null(result.Fault);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "papers"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".pdf"), result.Pdf!);
        return result.Pdf!;
    }
}
