using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>What the script of the public pages adds, in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class WriterScriptTests
{
    private const string Letter = "Ашканада тамак муздак.";
    private const string Elsewhere = "https://ky.wikipedia.org/**";

    [Fact]
    public async Task Count_NearTheLimit_TellsWhatIsLeftAndWhatIsOver()
    {
        await using var site = await TestSite.StartAsync();
        await site.SetAsync(settings => settings with { TextCharacters = 100 });
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        var line = page.Locator("[data-count=text]");

        await page.FillAsync("[name=text]", new string('а', 79));
        Assert.False(await line.IsVisibleAsync());
        // A face of two UTF-16 units is one character.
        await page.FillAsync("[name=text]", new string('а', 84) + "🙂");
        Assert.Contains("15", await line.InnerTextAsync(), StringComparison.Ordinal);
        await page.FillAsync("[name=text]", new string('а', 107));
        Assert.Contains("7", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(await line.GetAttributeAsync("data-left"), await line.GetAttributeAsync("data-over"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task QuickExit_ClickOrEscTwice_LeavesNoWayBackToThePage(bool click)
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.RouteAsync(Elsewhere, route => route.FulfillAsync(new RouteFulfillOptions { Body = "башка сайт", ContentType = "text/plain" }));
        await page.GotoAsync("/");
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        var before = await page.EvaluateAsync<int>("history.length");

        if (click)
            await page.ClickAsync(".exit");
        else
        {
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
        }
        // By what the other site shows: the Esc key going up may stop its loading, and then no "load" is told.
        await page.Locator("pre").WaitForAsync();

        Assert.Equal(before, await page.EvaluateAsync<int>("history.length"));
        // A page out of the browser's memory says no "load" either.
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task About_Chosen_TellsWhoWillReadAndSendsNoWordOfTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        Assert.Contains("директор", await page.InnerTextAsync("#readers"), StringComparison.Ordinal);

        var asked = await page.RunAndWaitForRequestAsync(() => page.CheckAsync("[name=about][value=director]"), request => request.Method == "POST");
        await page.UntilAsync("!document.getElementById('readers').textContent.includes('директор')");

        Assert.Contains("төрага", await page.InnerTextAsync("#readers"), StringComparison.Ordinal);
        Assert.Contains("name=\"about\"", asked.PostData, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"text\"", asked.PostData, StringComparison.Ordinal);
        Assert.Equal(Letter, await page.InputValueAsync("[name=text]"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_LineBroken_SaysSoKeepsTheTextAndSendsItOnce(bool arrived)
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        await page.RouteAsync("**/write", async route =>
        {
            // The line may break before the letter is there, or after it, on the way of the answer.
            if (arrived)
                await route.FetchAsync();
            await route.AbortAsync();
        });

        await page.ClickAsync("#letter button[value=send]");
        await page.UntilAsync("document.getElementById('sending').textContent === document.getElementById('sending').dataset.failed");
        Assert.True(await page.IsVisibleAsync("#sending"));
        Assert.Contains("Байланыш үзүлдү", await page.InnerTextAsync("#sending"), StringComparison.Ordinal);
        Assert.Equal(Letter, await page.InputValueAsync("[name=text]"));
        await page.UnrouteAllAsync();
        await page.ClickAsync("#letter button[value=send]");
        await page.WaitForSelectorAsync("#receipt");

        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<Appeal>().CountAsync());
    }

    [Fact]
    public async Task Send_ServerFails_KeepsTheTextToo()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        await page.RouteAsync("**/write", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 500, ContentType = "text/html; charset=utf-8", Body = "<!doctype html><main><h1>Бизден ката кетти</h1></main>",
        }));

        await page.ClickAsync("#letter button[value=send]");
        await page.UntilAsync("document.getElementById('sending')?.textContent === document.getElementById('sending')?.dataset.failed");

        Assert.Equal(Letter, await page.InputValueAsync("[name=text]"));
    }

    [Fact]
    public async Task Copy_OfTheCode_IsOnTheClipboardAndTold()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        await page.ClickAsync("#letter button[value=send]");
        var button = page.Locator("[data-copy]");
        var done = await button.GetAttributeAsync("data-done");
        Assert.NotEqual(done, await button.InnerTextAsync());

        await button.ClickAsync();
        await page.UntilAsync("document.querySelector('[data-copy]').textContent === document.querySelector('[data-copy]').dataset.done");

        Assert.Equal(await page.InnerTextAsync("#receipt"), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Language_ChangedWhileWriting_KeepsTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        await page.CheckAsync("[name=about][value=teacher]");

        await page.ClickAsync(".languages [lang=ru]");
        await page.WaitForSelectorAsync("html[lang=ru]");

        Assert.Equal(Letter, await page.InputValueAsync("[name=text]"));
        Assert.True(await page.IsCheckedAsync("[name=about][value=teacher]"));
        Assert.Equal("?lang=ru", new Uri(page.Url).Query);
    }

    [Fact]
    public async Task Files_TooMany_AreToldBeforeAnythingIsSent()
    {
        await using var site = await TestSite.StartAsync();
        await site.SetAsync(settings => settings with { Files = 1 });
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        var (one, two) = (new FilePayload { Name = "а.txt", MimeType = "text/plain", Buffer = [1] }, new FilePayload { Name = "б.txt", MimeType = "text/plain", Buffer = [2] });

        await page.SetInputFilesAsync("[name=files]", [one, two]);
        await page.UntilAsync("document.querySelector('[name=files]').validationMessage === document.querySelector('[name=files]').dataset.many");
        await page.ClickAsync("#letter button[value=send]");
        Assert.Equal(0, await page.Locator("#receipt").CountAsync());
        await page.SetInputFilesAsync("[name=files]", [two]);
        await page.UntilAsync("document.querySelector('[name=files]').validity.valid");
        await page.ClickAsync("#letter button[value=send]");
        await page.WaitForSelectorAsync("#receipt");
    }
}
