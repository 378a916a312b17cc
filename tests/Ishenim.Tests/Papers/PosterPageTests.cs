using System.Net;
using System.Text;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Papers;

/// <summary>A paper at its addresses; the poster stands for all of them.</summary>
public sealed class PosterPageTests
{
    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    [InlineData("svg", "image/svg+xml", "<svg")]
    [InlineData("pdf", "application/pdf", "%PDF-")]
    public async Task Get_File_IsSavedAndKeptNowhere(string ending, string type, string begins)
    {
        if (ending == "pdf")
            Assert.SkipUnless(File.Exists("/usr/bin/weasyprint"), "weasyprint is not installed");
        await using var site = await TestSite.StartAsync();
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri($"/desk/poster.{ending}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", $"poster.{ending}"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.StartsWith(begins, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PrintView_SaysWhatThePublicPageSaysAndFetchesNothing()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri("/desk/poster.html?paper=ru&lang=en", UriKind.Relative));

        var page = await answer.PageAsync();
        Assert.Contains("Кто читает письмо: ответственное лицо, директор", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ru", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector(".tools")!.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("[style], script[src], link[rel=stylesheet]"));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("ky", "орнотулган эмес")]
    [InlineData("ru", "не установлена")]
    [InlineData("en", "is not installed")]
    public async Task Get_PdfWithoutTheProgram_IsThePrintViewWithALine(string language, string says)
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { PdfProgram = "/no/such/program" });
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri($"/desk/poster.pdf?lang={language}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(says, (await answer.PageAsync()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ИШЕНИМ ПОЧТАСЫ", (await answer.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PdfProgramThatFails_IsThePrintViewWithALine()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with { PdfProgram = "/bin/false" });
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri("/desk/poster.pdf", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector("[role=status]"));
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("xlsx")]
    public async Task Get_UnknownEnding_IsNotFound(string ending)
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri($"/desk/poster.{ending}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_ChoicePage_LinksEveryPoster()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await ClientAsync(site);

        using var answer = await staff.GetAsync(new Uri("/desk/poster", UriKind.Relative));

        var links = (await answer.PageAsync()).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(16, links.Count);
        Assert.Contains("/desk/poster.svg?paper=ru&size=A3", links);
    }

    private static async Task<HttpClient> ClientAsync(TestSite site)
    {
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);
        return new HttpClient(new SocketsHttpHandler { CookieContainer = staff.Cookies }) { BaseAddress = new Uri(site.Address) };
    }
}
