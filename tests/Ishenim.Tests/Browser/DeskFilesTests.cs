using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>What a writer attached, opened at the desk in a real browser: shown where that is safe, and nothing of it ever runs.</summary>
[Trait("Category", "Browser")]
public sealed class DeskFilesTests
{
    private const string Program = "<script>document.title = 'it ran'; fetch('/desk?it-ran')</script>";

    /// <summary>Whether a tenth of the picture, or more, is red.</summary>
    private const string IsRed = """
        async picture => {
          const shown = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
          const pen = Object.assign(document.createElement('canvas'), { width: shown.width, height: shown.height }).getContext('2d')
          pen.drawImage(shown, 0, 0)
          const points = pen.getImageData(0, 0, shown.width, shown.height).data
          let red = 0
          for (let at = 0; at < points.length; at += 4) red += points[at] > 200 && points[at + 1] < 60 && points[at + 2] < 60
          return red > points.length / 40
        }
        """;

    [Fact]
    public async Task Picture_Opened_IsShownWithoutAnyRight()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, 1280);
        var address = await OpenLetterAsync(site, page, "сүрөт.png", Picture("texts.png"));

        await page.GotoAsync(address);

        Assert.Equal("image/png", await page.EvaluateAsync<string>("document.contentType"));
        // Stored turned by a quarter, shown upright.
        Assert.Equal(40, await page.EvaluateAsync<int>("document.images[0].naturalWidth"));
        Assert.Equal("null", await page.EvaluateAsync<string>("self.origin"));
    }

    [Fact]
    public async Task Pdf_Opened_IsShownAndItsScriptDoesNotRun()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, 1280, whole: true);
        var address = await OpenLetterAsync(site, page, "кат.pdf", RedPdf());

        await page.GotoAsync(address);

        var blank = await page.Context.NewPageAsync();
        var patience = Stopwatch.StartNew();
        while (!await blank.EvaluateAsync<bool>(IsRed, Convert.ToBase64String(await page.ScreenshotAsync())))
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "The page of the PDF is never seen.");
    }

    [Theory]
    [InlineData("кат.html", "<!doctype html>" + Program)]
    [InlineData("сүрөт.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + Program + "</svg>")]
    [InlineData("сүрөт.png", "<!doctype html>" + Program)]
    [InlineData("кат.xml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>" + Program + "</html>")]
    public async Task Program_Opened_IsSavedAndDoesNotRun(string name, string content)
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, 1280);
        var address = await OpenLetterAsync(site, page, name, Encoding.UTF8.GetBytes(content));
        var asked = new List<string>();
        page.Context.Request += (_, request) => asked.Add(request.Url);

        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("address => { location.href = address }", address));

        Assert.Equal(name, download.SuggestedFilename);
        Assert.Equal(content, await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.DoesNotContain("it ran", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(asked, address => address.Contains("it-ran", StringComparison.Ordinal));
        Assert.Single(page.Context.Pages);
    }

    /// <summary>Both a picture and a page, by its bytes: as a picture nothing of it runs.</summary>
    [Fact]
    public async Task PictureAndPageInOne_Opened_IsAPictureOnly()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, 1280);
        var address = await OpenLetterAsync(site, page, "кат.html", [.. "GIF89a"u8, .. Encoding.UTF8.GetBytes("<html>" + Program)]);

        await page.GotoAsync(address);

        Assert.Equal("image/gif", await page.EvaluateAsync<string>("document.contentType"));
        Assert.DoesNotContain("it ran", await page.TitleAsync(), StringComparison.Ordinal);
    }

    /// <summary>A letter with one file, opened by the director; the file's address.</summary>
    private static async Task<string> OpenLetterAsync(TestSite site, IPage page, string name, byte[] content)
    {
        var letter = TestSchool.Letter("Кат файл менен.");
        using var bytes = new MemoryStream(content);
        var file = await site.School.Staged.StageAsync(bytes, name, letter.Draft.FileSeal(site.School.Id), CancellationToken.None);
        await site.School.AcceptAsync(letter with { Files = [file] });
        await page.SignInAsync(site, site.School.Director);
        await page.GotoAsync($"/desk/appeals/{letter.Draft.Id}");
        return (await page.GetAttributeAsync("a[href*='/files/']", "href"))!;
    }

    private static byte[] Picture(string name) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", name));

    /// <summary>One page, red all over; readers forgive that it has no table of places.</summary>
    private static byte[] RedPdf() => Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction <</S/JavaScript/JS(app.alert\("it ran"\))>> >> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<>> >> endobj
        4 0 obj <</Length 30>> stream
        1 0 0 rg 0 0 300 300 re f     
        endstream endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """);
}
