using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Pages.Public.Forms;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>A retry after a lost answer makes no second letter.</summary>
public sealed class OnceOverHttpTests
{
    [Fact]
    public async Task Post_SameNonceAgain_GivesTheSameReceipt()
    {
        await using var site = await TestSite.StartAsync();

        var first = await site.SendAsync(("nonce", "abc"), ("text", "Кат"));
        site.Time.Pass(TimeSpan.FromMinutes(9));
        var second = await site.SendAsync(("nonce", "abc"), ("text", "Кат"));

        Assert.Equal(first, second);
        Assert.Equal(1, await LettersAsync(site));
    }

    [Fact]
    public async Task Post_SameNonceAtOnce_MakesOneLetter()
    {
        await using var site = await TestSite.StartAsync();

        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("nonce", "abc"), ("files", ("а.txt", new byte[100_000])), ("text", "Кат")));
            return json.GetProperty("receipt").GetString();
        }));

        Assert.Single(codes.Distinct());
        Assert.Equal(1, await LettersAsync(site));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
    }

    /// <summary>The page was shown again with a kept file; its letter arrived and the answer was lost.</summary>
    [Fact]
    public async Task Post_SameNonceAndKeptFileAgain_GivesTheSameReceipt()
    {
        await using var site = await TestSite.StartAsync();
        var shown = await (await site.PostAsync("/write", TestForm.Parts(("nonce", "abc"), ("text", ""), ("files", ("а.txt", new byte[10]))))).PageAsync();
        (string, object)[] form = [("nonce", "abc"), ("draft", shown.Value("draft")), ("kept", shown.Value("kept")), ("text", "Кат")];

        var (first, receipt) = await site.PostForJsonAsync("/write", TestForm.Parts(form));
        var (again, same) = await site.PostForJsonAsync("/write", TestForm.Parts(form));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first, again));
        Assert.Equal(receipt.GetProperty("receipt").GetString(), same.GetProperty("receipt").GetString());
        Assert.Equal(1, await LettersAsync(site));
    }

    [Fact]
    public async Task Forget_AfterTenMinutes_HoldsNoCode()
    {
        var time = new StoppedClock();
        var once = new Once<int>(time);
        await once.DoAsync("abc", "кат", () => Task.FromResult(1));
        Assert.True(once.TryFind("abc", "кат", out var known));
        Assert.Equal(1, await known);

        time.Pass(TimeSpan.FromMinutes(11));
        once.Forget();

        Assert.Equal(0, once.Remembered);
    }

    [Theory]
    [InlineData("abc", "Башка кат", 0)]
    [InlineData("", "Кат", 0)]
    [InlineData("abd", "Кат", 0)]
    [InlineData("abc", "Кат", 11)]
    public async Task Post_OtherTextOrNonceOrTooLate_IsAnotherLetter(string nonce, string text, int minutes)
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.SendAsync(("nonce", nonce.Length == 0 ? "" : "abc"), ("text", "Кат"));
        site.Time.Pass(TimeSpan.FromMinutes(minutes));

        // A page copied into another site gives all writers one nonce: the second must never get the first one's code.
        Assert.NotEqual(first, await site.SendAsync(("nonce", nonce), ("text", text)));
        Assert.Equal(2, await LettersAsync(site));
    }

    [Fact]
    public async Task Post_DraftOfAnArrivedLetter_SaysSoAndSendsAsNewNextTime()
    {
        await using var site = await TestSite.StartAsync();
        var shown = await (await site.PostAsync("/write", TestForm.Parts(("text", ""), ("files", ("а.txt", new byte[10]))))).PageAsync();
        (string, object)[] form = [("draft", shown.Value("draft")), ("text", "Кат")];
        await site.PostAsync("/write", TestForm.Parts(form));

        var again = await site.PostAsync("/write", TestForm.Parts(form));

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var page = await again.PageAsync();
        Assert.Equal("Кат", page.QuerySelector("textarea")!.TextContent);
        await site.SendAsync(("draft", page.Value("draft")), ("text", "Кат"));
        Assert.Equal(2, await LettersAsync(site));
    }

    private static async Task<int> LettersAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<Appeal>().CountAsync();
    }
}
