using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using Ishenim.Core.Appeals;

namespace Ishenim.Tests.Pages.Desk.Search;

/// <summary>Looking for words in letters, and the register on paper.</summary>
public sealed class SearchPageTests
{
    private const string Hostile = "=1+1 <b>Ашканада</b> суук, терезе сынык.";

    [Fact]
    public async Task Search_Words_ShowsHitsMarkedAndSafe_AndNoAddressHasTheWords()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter(Hostile));
        await site.School.AcceptAsync(TestSchool.Letter("Директор жөнүндө, ашканада.", About.Director));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        var found = await client.SubmitAsync(await client.GetAsync("/desk/appeals/search"), "[data-search]", ("words", "ашкана терезеден"));

        Assert.Equal("/desk/appeals/search", client.Path);
        var hit = Assert.Single(found.QuerySelectorAll("[data-hits] > li"));
        Assert.Equal(["Ашканада", "терезе"], hit.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains("<b>", hit.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/desk/appeals/", hit.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("ашкана терезеден", found.QuerySelector("[name=words]")!.GetAttribute("value"));
        Assert.Contains("1", found.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        // The end of the page is there as well.
        Assert.NotNull(found.QuerySelector("body > script"));
    }

    [Fact]
    public async Task Search_NothingOrTooMuch_IsToldBesideTheField()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await client.GetAsync("/desk/appeals/search");

        Assert.NotNull((await client.SubmitAsync(page, "[data-search]", ("words", "?"))).QuerySelector("#words-error"));
        var none = await client.SubmitAsync(page, "[data-search]", ("words", "жокмундай"));
        Assert.Contains("табылган жок", none.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_EveryEnding_HoldsTheLineAndContentOnlyWhenAsked()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter(Hostile));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var form = (await client.GetAsync("/desk/appeals?state=Registered")).QuerySelector("[data-register-print]")!;
        Assert.Equal("Registered", form.QuerySelector("[name=state]")!.GetAttribute("value"));
        using var http = Http(site, client);

        foreach (var content in new[] { false, true })
        {
            var query = $"?year=2026&content={(content ? "true" : "false")}";
            using var book = SpreadsheetDocument.Open(await StreamAsync(http, "/desk/appeals/register.xlsx" + query), false);
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
            Assert.Contains("2026-1", sheet.InnerText, StringComparison.Ordinal);
            Assert.Equal(content, sheet.InnerText.Contains(Hostile, StringComparison.Ordinal));
            Assert.Empty(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
            using var word = WordprocessingDocument.Open(await StreamAsync(http, "/desk/appeals/register.docx" + query), false);
            Assert.Equal(content, word.MainDocumentPart!.Document.InnerText.Contains(Hostile, StringComparison.Ordinal));
            Assert.Contains("2026-1", word.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
            Assert.Equal(content, (await client.GetAsync("/desk/appeals/register.html" + query)).Body!.TextContent.Contains(Hostile, StringComparison.Ordinal));
        }
        using var pdf = await http.GetAsync(new Uri("/desk/appeals/register.pdf?year=2026&state=Registered", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.Contains(pdf.Content.Headers.ContentType!.MediaType, new[] { "application/pdf", "text/html" });
        await client.GetAsync("/desk/appeals/register.exe");
        Assert.Equal(HttpStatusCode.NotFound, client.Status);
        await client.GetAsync("/desk/appeals/register.html?year=20260");
        Assert.Equal(HttpStatusCode.NotFound, client.Status);
    }

    private static HttpClient Http(TestSite site, StaffClient client)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = client.Cookies }) { BaseAddress = new Uri(site.Address) };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        return http;
    }

    private static async Task<MemoryStream> StreamAsync(HttpClient http, string path) => new(await http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
