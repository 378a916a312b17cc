using System.Diagnostics;
using System.Globalization;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Documents.Pdf;
using Ishenim.Documents.Word;
using Ishenim.Documents.Workbook;
using Ishenim.Testing.Papers;

namespace Ishenim.Bench;

/// <summary>How long a paper takes from its record to its bytes.</summary>
internal static class PapersBench
{
    private const int Times = 20;
    private const int Openings = 1_000;
    private const int Sheets = 200;

    public static async Task<Table> RunAsync()
    {
        using var program = new PdfProgram();
        return new Table("papers",
        [
            ("act, DOCX", await MiddleAsync(Times, () => Task.FromResult(DocxWriter.Write(Act())))),
            ("act, PDF", await MiddleAsync(5, () => PdfAsync(program, Act()))),
            ($"journal of {Openings} openings, XLSX", await MiddleAsync(5, () => Task.FromResult(XlsxWriter.Write(Journal())))),
            ($"journal of {Openings} openings, PDF", await MiddleAsync(1, () => PdfAsync(program, Journal()))),
            ($"{Sheets} coded sheets, PDF", await MiddleAsync(1, () => PdfAsync(program, Slips()))),
        ]);
    }

    private static Document Act() => ActForm.Of(PaperSamples.Act(PaperLanguage.Kyrgyz));

    private static Document Journal() => OpeningsJournalForm.Of(PaperSamples.Journal(PaperLanguage.Kyrgyz, Openings));

    private static Document Slips() => SlipSheetsForm.Of(PaperSamples.Slips(PaperLanguage.Kyrgyz, 1), PaperSamples.Sheets(Sheets));

    private static async Task<byte[]> PdfAsync(PdfProgram program, Document document) =>
        await program.WriteAsync(document) is { Pdf: { } pdf } result ? pdf : throw new InvalidOperationException("No PDF: is weasyprint installed?");

    /// <summary>The middle one of so many, after one that does not count where there are several.</summary>
    private static async Task<string> MiddleAsync(int times, Func<Task<byte[]>> write)
    {
        if (times > 1)
            await write();
        var taken = new List<double>();
        byte[] bytes = [];
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            bytes = await write();
            taken.Add(clock.Elapsed.TotalMilliseconds);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{taken.Order().ElementAt(times / 2):0} ms ({bytes.Length / 1024} KiB)");
    }
}
