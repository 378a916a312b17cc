using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>The letter page inside the school's own site: there, and nowhere else.</summary>
[Trait("Category", "Browser")]
public sealed class FrameTests
{
    private const string Elsewhere = "https://ky.wikipedia.org/**";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Frame_OnTheSchoolsSite_SendsALetterAndQuickExitLeavesTheWindow(bool click)
    {
        await using var site = await TestSite.StartAsync();
        await using var school = await SchoolSiteAsync(site);
        await site.SetAsync(settings => settings with { SiteOrigin = Origin(school) });
        var page = await Chromium.PageAsync(site);
        await page.RouteAsync(Elsewhere, route => route.FulfillAsync(new RouteFulfillOptions { Body = "башка сайт", ContentType = "text/plain" }));
        await page.GotoAsync(Origin(school));
        var frame = page.FrameLocator("iframe");

        await frame.Locator("[name=text]").FillAsync("Кат сайттын ичинен.");
        await frame.Locator("#letter button[value=send]").ClickAsync();
        Assert.Matches(@"^(\d{4} ?){5}$", await frame.Locator("#receipt").InnerTextAsync());
        Assert.StartsWith(Origin(school), page.Url, StringComparison.Ordinal);
        if (click)
            await frame.Locator(".exit").ClickAsync();
        else
        {
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
        }

        // By what the other site shows: the Esc key going up may stop its loading, and then no "load" is told.
        await page.Locator("pre").WaitForAsync();
        Assert.StartsWith("https://ky.wikipedia.org/", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.DoesNotContain(Origin(school), page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_WithoutScript_SendsALetterAndQuickExitLeavesTheWindow()
    {
        await using var site = await TestSite.StartAsync();
        await using var school = await SchoolSiteAsync(site);
        await site.SetAsync(settings => settings with { SiteOrigin = Origin(school) });
        var page = await Chromium.PageAsync(site, script: false);
        await page.RouteAsync(Elsewhere, route => route.FulfillAsync(new RouteFulfillOptions { Body = "башка сайт", ContentType = "text/plain" }));
        await page.GotoAsync(Origin(school));
        var frame = page.FrameLocator("iframe");

        await frame.Locator("[name=text]").FillAsync("Кат сайттын ичинен.");
        await frame.Locator("#letter button[value=send]").ClickAsync();
        await frame.Locator("#receipt").WaitForAsync();
        await frame.Locator(".exit").ClickAsync();
        await page.Locator("pre").WaitForAsync();
        Assert.StartsWith("https://ky.wikipedia.org/", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bashka.example")]
    [InlineData(null)]
    public async Task Frame_OnAnotherSite_ShowsNothing(string? origin)
    {
        await using var site = await TestSite.StartAsync();
        await using var school = await SchoolSiteAsync(site);
        await site.SetAsync(settings => settings with { SiteOrigin = origin });
        var page = await Chromium.PageAsync(site);

        await page.GotoAsync(Origin(school));

        Assert.Equal(0, await page.FrameLocator("iframe").Locator("form").CountAsync());
        Assert.StartsWith("chrome-error:", page.Frames.Single(frame => frame != page.MainFrame).Url, StringComparison.Ordinal);
    }

    /// <summary>A page with the letter page in a frame, from another port: another origin.</summary>
    private static async Task<WebApplication> SchoolSiteAsync(TestSite site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content($"<!doctype html><title>Мектеп</title><h1>Мектеп</h1><iframe src=\"{site.Address}/write\" width=\"100%\" height=\"600\"></iframe>", "text/html; charset=utf-8"));
        await app.StartAsync();
        return app;
    }

    private static string Origin(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
