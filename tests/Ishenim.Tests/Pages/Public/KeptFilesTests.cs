using System.Net;
using System.Text;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>When the page is shown again, nothing typed is lost and no file is chosen twice.</summary>
public sealed class KeptFilesTests
{
    private static readonly byte[] _photo = Encoding.UTF8.GetBytes(new string('ф', 100_000));

    [Fact]
    public async Task Post_FileKeptByEarlierPost_ArrivesWithLetter()
    {
        await using var site = await TestSite.StartAsync();
        var shown = await (await site.PostAsync("/write", TestForm.Parts(("files", ("сүрөт.txt", _photo)), ("text", "")))).PageAsync();
        Assert.Contains("сүрөт.txt", shown.QuerySelector("form")!.TextContent, StringComparison.Ordinal);

        var (status, json) = await site.PostForJsonAsync("/write", TestForm.Parts(
            ("kept", shown.Value("kept")), ("text", "Эми текст бар."), ("files", ("экинчи.txt", _photo)), ("draft", shown.Value("draft"))));

        Assert.Equal(HttpStatusCode.OK, status);
        var thread = await (await site.PostAsync("/answer", TestForm.Pairs(("code", json.GetProperty("receipt").GetString()!)))).PageAsync();
        Assert.Equal(["↓ сүрөт.txt", "↓ экинчи.txt"], thread.QuerySelectorAll(".thread button").Select(button => button.TextContent));
        var download = await site.PostAsync("/answer", TestForm.Pairs(
            ("code", thread.Value("code")), ("file", thread.QuerySelector(".thread button")!.GetAttribute("value")!)));
        Assert.Equal(_photo, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("сүрөт.txt", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", download.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(Staged(site));
    }

    [Fact]
    public async Task Post_KeptFileRemoved_IsGone()
    {
        await using var site = await TestSite.StartAsync();
        var shown = await (await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", ("а.txt", _photo))))).PageAsync();

        var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(
            ("draft", shown.Value("draft")), ("kept", shown.Value("kept")), ("remove", shown.Value("kept")), ("text", "Кат")));

        Assert.Equal(20, json.GetProperty("receipt").GetString()!.Length);
        Assert.Empty(Staged(site));
        await using var db = site.Database.Open(site.School.Id);
        Assert.Empty(await db.Set<Attachment>().ToListAsync());
    }

    [Fact]
    public async Task Post_KeptFileOfAnotherDraft_IsNotTaken()
    {
        await using var site = await TestSite.StartAsync();
        var first = await (await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", ("а.txt", _photo))))).PageAsync();
        var second = await (await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", ("б.txt", _photo))))).PageAsync();

        var answer = await site.PostAsync("/write", TestForm.Parts(
            ("draft", second.Value("draft")), ("kept", first.Value("kept")), ("remove", first.Value("kept")), ("text", "Кат")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(4, Staged(site).Length);
    }

    [Fact]
    public async Task Post_OtherLanguage_KeepsTextChoicesAndFiles()
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.PostAsync("/write?lang=ru", TestForm.Parts(
            ("nonce", "n1"), ("text", "Менин \"тексттим\" <b>"), ("about", "teacher"), ("about", "chair"), ("kind", "proposal"), ("urgent", "true"),
            ("signed", "true"), ("name", "Ү. Ө."), ("contact", "0700"), ("files", ("а.txt", _photo)), ("step", "language")));

        var page = await answer.PageAsync();
        Assert.Equal("ru", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Менин \"тексттим\" <b>", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(["teacher", "chair"], page.QuerySelectorAll("[name=about][checked]").Select(box => box.GetAttribute("value")).Order().Reverse());
        Assert.Equal("proposal", page.QuerySelector("[name=kind][checked]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name=urgent][checked]"));
        Assert.Equal(("Ү. Ө.", "0700", "n1"), (page.Value("name"), page.Value("contact"), page.Value("nonce")));
        Assert.Single(page.QuerySelectorAll("[name=kept]"));
        Assert.Null(page.QuerySelector(".error"));
    }

    private static string[] Staged(TestSite site) => Directory.GetFiles(Path.Combine(site.Database.Folder, "staging"));
}
