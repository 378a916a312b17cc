using System.Diagnostics;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>One real Chromium for the test process; each test gets a context of its own.</summary>
internal static class Chromium
{
    private const string WholeProgram = "/usr/bin/chromium";

    /// <summary>The same browser without a window's parts: half the work.</summary>
    private const string ShellProgram = "/usr/bin/chromium-headless-shell";

    private static readonly Lazy<Task<IBrowser>> Whole = new(() => StartAsync(WholeProgram));
    private static readonly Lazy<Task<IBrowser>> Shell = new(() => File.Exists(ShellProgram) ? StartAsync(ShellProgram) : Whole.Value);

    /// <summary>A phone of 360 × 740, or a desk of 1280 × 900. <paramref name="whole"/>: with what shows a PDF.</summary>
    public static async Task<IPage> PageAsync(TestSite site, int width = 360, bool script = true, bool whole = false)
    {
        var browser = await (whole ? Whole : Shell).Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address, JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = width < 800 ? 740 : 900 },
        });
        context.SetDefaultTimeout(60_000);
        site.Admit(context);
        return await context.NewPageAsync();
    }

    /// <summary>Waits until this is true in the page. Playwright's own way asks from inside the page, which our policy rightly forbids.</summary>
    public static async Task UntilAsync(this IPage page, string condition)
    {
        var patience = Stopwatch.StartNew();
        while (!await page.EvaluateAsync<bool>(condition))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"Never came true: {condition}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits for a page that streams, to its end. Playwright's own waiting for an address or for "load" now and then misses it.</summary>
    public static async Task ArrivedAsync(this IPage page, string end)
    {
        var patience = Stopwatch.StartNew();
        while (!page.Url.EndsWith(end, StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"Never came to {end}");
            await Task.Delay(50);
        }
        await page.UntilAsync("document.readyState === 'complete'");
    }

    /// <summary>Keeps a picture of the whole page beside the test results, from its top: what stays in sight would lie over its middle.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        var width = page.ViewportSize!.Width;
        var folder = Path.Combine(Repository.Root, "artifacts", "screenshots");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
    }

    private static async Task<IBrowser> StartAsync(string program)
    {
        if (!File.Exists(program))
            Assert.Skip("Chromium is not installed: apt-get install chromium");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program, Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // A camera that shows a moving dot, allowed wherever the page may ask for one.
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            ],
        });
    }
}
