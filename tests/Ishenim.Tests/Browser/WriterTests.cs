using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>A letter's whole way on the writer's side, in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class WriterTests
{
    private const string Letter = "Ашканада тамак муздак. Экинчи тамакты жылытып берсеңиздер жакшы болмок.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_OnAPhone_GivesACodeThatShowsTheLetter(bool script)
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site, script: script);
        var mark = script ? "" : "plain-";
        await page.GotoAsync("/");
        await page.PictureAsync($"{mark}landing");
        await page.ClickAsync("a[href^='/write']");
        await page.FillAsync("[name=text]", Letter);
        await page.CheckAsync("[name=about][value=teacher]");
        await page.PictureAsync($"{mark}write");
        await page.ClickAsync("button[value=send]");
        var code = await page.InnerTextAsync("output#receipt");
        await page.PictureAsync($"{mark}sent");
        await page.GotoAsync("/answer");
        await page.FillAsync("[name=code]", code);
        await page.ClickAsync("main form button:not([name=step])");
        await page.WaitForSelectorAsync("[name=text]");
        await page.PictureAsync($"{mark}answer");
        Assert.Contains(Letter, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Write_ByKeyboardAlone_SendsTheLetter()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.GotoAsync("/write");
        await TabToAsync(page, "document.activeElement.name === 'text'");
        await page.Keyboard.TypeAsync(Letter);
        await TabToAsync(page, "document.activeElement.value === 'nobody' || document.activeElement.name === 'about'");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "document.activeElement.value === 'send'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("output#receipt");
    }

    private static async Task TabToAsync(IPage page, string there)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>(there))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard never reaches: {there}");
    }
}
