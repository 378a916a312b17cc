using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>Every page of writers, in each language and width: no fault that a machine can find, nothing wider than the screen.</summary>
[Trait("Category", "Browser")]
public sealed class PublicPagesTests
{
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Public_EveryPage_HasNoFaultAndNothingOverflows(int width)
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, width);
        foreach (var language in new[] { "ky", "ru", "en" })
        {
            foreach (var (path, name) in new[] { ("/", "landing"), ("/write", "write"), ("/answer", "answer-code"), ("/regulation", "regulation") })
                await LookAsync(page, $"{path}?lang={language}", $"public-{name}-{language}");
            await WriteAsync(page, language);
        }
        Assert.Equal("", string.Join('\n', _faults));
    }

    /// <summary>The page with its faults, with its hints, the receipt, a wrong code, and the thread.</summary>
    private async Task WriteAsync(IPage page, string language)
    {
        await page.GotoAsync($"/write?lang={language}");
        await page.ClickAsync("button[value=send]");
        await page.WaitForSelectorAsync("[role=alert]");
        await LookAsync(page, $"public-write-empty-{language}");
        await page.FillAsync("[name=text]", "Менин телефонум 0700 123 456, 7-Б класста окуйм.");
        await page.ClickAsync("button[value=send]");
        await page.WaitForFunctionAsync("!document.querySelector('[role=alert]')");
        await LookAsync(page, $"public-write-hints-{language}");
        await page.ClickAsync("button[value=send]");
        var code = await page.InnerTextAsync("output#receipt");
        await LookAsync(page, $"public-sent-{language}");
        await page.GotoAsync($"/answer?lang={language}");
        await page.FillAsync("[name=code]", code[..^1]);
        await page.ClickAsync("main form button:not([name=step])");
        await page.WaitForSelectorAsync("[role=alert]");
        await LookAsync(page, $"public-answer-typo-{language}");
        await page.FillAsync("[name=code]", code);
        await page.ClickAsync("main form button:not([name=step])");
        await page.WaitForSelectorAsync("[name=text]");
        await LookAsync(page, $"public-answer-{language}");
    }

    private async Task LookAsync(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        await LookAsync(page, name);
    }

    private async Task LookAsync(IPage page, string name)
    {
        await page.PictureAsync(name);
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            _faults.Add($"{name} is wider than the screen.");
        _faults.AddRange(await Axe.FaultsAsync(page));
    }
}
