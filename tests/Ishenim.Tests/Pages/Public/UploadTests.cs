using System.Net;
using System.Security.Cryptography;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Files too large, too many, broken off: a clear message, and the typed text is still there.</summary>
public sealed class UploadTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task Post_FileBeforeText_Arrives()
    {
        await using var site = await TestSite.StartAsync();
        var film = RandomNumberGenerator.GetBytes(3 * MiB + 17);

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("files", ("кино.mp4", film)), ("text", "Кат")));

        Assert.Equal(HttpStatusCode.OK, status);
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", json.GetProperty("receipt").GetString()!)))).PageAsync();
        var file = await site.PostAsync("/answer", TestForm.Pairs(("code", thread.Value("code")), ("file", thread.QuerySelector(".thread button")!.GetAttribute("value")!)));
        Assert.Equal(film, await file.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(25 * MiB, true)]
    [InlineData(25 * MiB + 1, false)]
    [InlineData(26 * MiB, false)]
    public async Task Post_FileAtItsLimit_IsTakenOneByteMoreIsNot(int bytes, bool taken)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write", TestForm.Parts(("files", ("a.bin", new byte[bytes])), ("files", ("б.txt", new byte[5])), ("text", "Кат")));

        var page = await answer.PageAsync();
        if (taken)
        {
            Assert.NotNull(page.GetElementById("receipt"));
            return;
        }
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("25", page.QuerySelector("#files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Кат", page.QuerySelector("textarea")!.TextContent);
        // The other file came whole and is kept, with its name: two staged pieces.
        Assert.Single(page.QuerySelectorAll("[name=kept]"));
        Assert.Equal(2, Staged(site));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Post_FilesAtTheirNumber_AreTakenOneMoreIsNot(int files, bool taken)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write", TestForm.Parts(
            [.. Enumerable.Range(0, files).Select(i => ("files", (object)($"{i}.txt", new byte[10]))), ("text", "Кат")]));

        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(taken ? 0 : 10, page.QuerySelectorAll("[name=kept]").Length);
        Assert.Equal(taken, page.GetElementById("receipt") is not null);
    }

    [Fact]
    public async Task Post_FormWithoutItsEnd_SaysSoAndKeepsText()
    {
        await using var site = await TestSite.StartAsync();
        var form = TestForm.Parts(("text", "Кат"), ("files", ("а.txt", new byte[100_000])));
        var bytes = await form.ReadAsByteArrayAsync();
        var cut = new ByteArrayContent(bytes[..^40_000]);
        cut.Headers.ContentType = form.Headers.ContentType;

        var answer = await site.PostAsync("/write", cut);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector("#files-error"));
        Assert.Equal("Кат", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(0, Staged(site));
    }

    [Fact]
    public async Task Post_LongerThanAllFilesTogether_Is400WithMessage()
    {
        await using var site = await TestSite.StartAsync();
        await site.SetAsync(settings => settings with { Files = 1, FileMegabytes = 1 });

        var answer = await site.PostAsync("/write", TestForm.Parts(("text", "Кат"), ("files", ("a.bin", new byte[3 * MiB]))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Кат", (await answer.PageAsync()).QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Post_NameThatPretends_IsShownAsItIs()
    {
        await using var site = await TestSite.StartAsync();

        var shown = await (await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", ("C:\\тайна\\a\u202Egpj.exe", new byte[10]))))).PageAsync();

        Assert.Contains("agpj.exe", shown.QuerySelector("[name=remove]")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("тайна", shown.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Photos_AreToldWhatWasRemoved()
    {
        await using var site = await TestSite.StartAsync();

        var page = await (await site.PostAsync("/write", TestForm.Parts(
            ("files", ("а.pdf", "%PDF-1.4 ..."u8.ToArray())), ("files", ("б.heic", "\0\0\0\u0018ftypheic...."u8.ToArray())), ("files", ("в.txt", "…"u8.ToArray())), ("text", "Кат")))).PageAsync();

        Assert.Equal(2, page.QuerySelectorAll("li small").Length);
    }

    private static int Staged(TestSite site) => Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")).Length;
}
