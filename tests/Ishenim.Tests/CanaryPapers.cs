using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Ishenim.Tests;

/// <summary>Letters on paper whose every word can be found again: scans, transcripts, a coded sheet and its stub, a code that is printed.</summary>
internal sealed partial class CanaryPapers(StaffClient staff)
{
    /// <summary>Stands in the photo's metadata: maker, place, author, thumbnail and comment.</summary>
    private const string InPhoto = "TELLTALE";
    private const string InPdf = "КАНАРЕЙКА-ПДФ-91c4de";
    private const string PhotoName = "канарейка-барак-77aa10.jpg";
    private const string PdfName = "канарейка-скан-03be55.pdf";
    private const string Oral = "КАНАРЕЙКА-ООЗЕКИ-4417f0 айтылган кат";
    private const string Typed = "КАНАРЕЙКА-ТЕРИЛГЕН-c2d9 барактагы сөз";
    private const string Unread = "КАНАРЕЙКА-СЕССИЯ-5e1b77 терилип калган";
    private const string Transcript = "КАНАРЕЙКА-КИЙИН-8d0a41 кийин терилген";
    private const string Name = "Канарейкабек Барактаев";
    private const string Contact = "+996 700 271 828";

    /// <summary>Of the stub, and of the receipt that was printed for who brought a letter.</summary>
    private readonly List<string> _codes = [];

    public IEnumerable<string> Words =>
        [InPhoto, InPdf, PhotoName, PdfName, Oral, Typed, Unread, Transcript, Name, Contact, .. _codes, .. _codes.Select(Canaries.Grouped)];

    /// <summary>A coded sheet with a photo, a scan that is typed in later, an oral letter with its code printed.</summary>
    public async Task RegisterAsync()
    {
        var sheet = (await staff.SubmitAsync(await staff.GetAsync("/desk/slips"), "[data-slips]", ("count", "2"))).Body!.TextContent;
        _codes.AddRange(Code().Matches(sheet).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(2, _codes.Count);
        await UploadAsync(PhotoName, Photo(), ("channel", "hand"), ("text", Typed), ("slip", Number().Match(sheet).Value), ("signed", "true"), ("name", Name), ("contact", Contact));
        await UploadAsync(PdfName, Pdf(), ("channel", "hand"), ("text", ""));
        await TranscribeAsync();
        var told = await staff.SubmitAsync(await staff.GetAsync("/desk/paper"), "[data-letter]", ("channel", "oral"), ("text", Oral));
        _codes.Add(told.QuerySelector("#receipt")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var printed = await staff.SubmitAsync(told, "[data-receipt]");
        Assert.StartsWith("%PDF", printed.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A form with a scan that comes when nobody is signed in: the sign-in page has its words, and nothing else does.</summary>
    public async Task SendSignedOutAsync(IHtmlDocument form)
    {
        var entrance = await staff.UploadAsync(form, "[data-letter]", "files", (PdfName, Pdf()), ("channel", "hand"), ("text", Unread));
        Assert.NotNull(entrance.QuerySelector("[data-login]"));
        Assert.Contains(Unread, entrance.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(InPdf, entrance.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task UploadAsync(string name, byte[] file, params (string Name, string? Value)[] fields)
    {
        var done = await staff.UploadAsync(await staff.GetAsync("/desk/paper"), "[data-letter]", "files", (name, file), fields);
        Assert.NotNull(done.QuerySelector("[data-registered]"));
    }

    /// <summary>In the one letter that has no words yet.</summary>
    private async Task TranscribeAsync()
    {
        var register = await staff.GetAsync("/desk/appeals");
        foreach (var path in register.QuerySelectorAll("table.fold th[scope=row] a").Select(link => link.GetAttribute("href")!).ToList())
            if (await staff.GetAsync(path) is { } letter && letter.QuerySelector("[data-transcript]") is not null)
            {
                Assert.Contains(PdfName, letter.Body!.TextContent, StringComparison.Ordinal);
                await staff.SubmitAsync(letter, "[data-transcript]", ("transcript", Transcript));
                return;
            }
        Assert.Fail("No letter waits for its words.");
    }

    private static byte[] Photo() =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "phone.jpg"));

    private static byte[] Pdf() => Encoding.UTF8.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat(InPdf + " ", 40_000)));

    [GeneratedRegex(@"(\d{4}\s){4}\d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{4}-\d{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
