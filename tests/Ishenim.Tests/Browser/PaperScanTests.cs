using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Ishenim.Tests.Browser.Scans;

namespace Ishenim.Tests.Browser;

/// <summary>The pages of a letter on the registrar's phone: photographed one by one, put in order, and sent as they were shown.</summary>
[Trait("Category", "Browser")]
public sealed class PaperScanTests
{
    private const string InOrder = "[...document.querySelectorAll('.scans li')].map(page => page.querySelector('[data-name]').textContent).join()";

    [Fact]
    public async Task Photos_AddedTurnedSwappedAndLeftOut_ArriveAsTheyWereShown()
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync($"/desk/openings/{box.Open}/letter");
        foreach (var colour in new[] { "red", "lime", "blue" })
            await AddAsync(phone, colour);
        Assert.Equal("red.jpg,lime.jpg,blue.jpg", await phone.EvaluateAsync<string>(InOrder));

        await phone.ClickAsync(".scans li:nth-child(2) [data-act=turn]");
        await phone.UntilAsync("document.querySelector('.scans li:nth-child(2) img').naturalWidth === 400");
        await phone.FocusAsync(".scans li:nth-child(1) [data-act=later]");
        await phone.Keyboard.PressAsync("Enter");
        Assert.Equal("lime.jpg,red.jpg,blue.jpg", await phone.EvaluateAsync<string>(InOrder));
        Assert.True(await phone.EvaluateAsync<bool>("document.activeElement === document.querySelector('.scans li:nth-child(2) [data-act=later]')"));
        Assert.Contains("2", await phone.InnerTextAsync("[data-said]"), StringComparison.Ordinal);
        Assert.All(await phone.EvaluateAsync<float[]>("[...document.querySelectorAll('.scans button')].flatMap(one => [one.offsetWidth, one.offsetHeight])"), side => Assert.True(side >= 44));
        await LookAsync(phone, "paper-scans");
        await phone.ClickAsync(".scans li:nth-child(3) [data-act=out]");
        await phone.FillAsync("[name=text]", "Барактар.");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-registered]");

        Assert.Equal(["400x300 green black green green", "300x400 black red red red"], await StoredAsync(site, phone, "2026-2"));
    }

    [Fact]
    public async Task Shoot_OnATouchScreen_AddsOnePhotoAfterTheOther()
    {
        await using var site = await TestSite.StartAsync();
        var desk = await Chromium.PageAsync(site);
        await desk.GotoAsync("/desk/login");
        await using var touch = await desk.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address, HasTouch = true, IsMobile = true, ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        });
        var phone = await touch.NewPageAsync();
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");

        foreach (var (colour, all) in new[] { ("red", 1), ("blue", 2) })
        {
            var photo = await PhotoAsync(desk, colour);
            var camera = await phone.RunAndWaitForFileChooserAsync(() => phone.TapAsync("[data-shoot] button"));
            await camera.SetFilesAsync(photo);
            await UntilAddedAsync(phone, all);
        }
        await phone.TapAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#receipt");

        Assert.Equal(["300x400 black red red red", "300x400 black blue blue blue"], await StoredAsync(site, phone, "2026-1"));
    }

    [Fact]
    public async Task Pdf_AmongPhotos_KeepsItsPlaceAndItsBytes()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        var pdf = "%PDF-1.7 сканер"u8.ToArray();

        await AddAsync(phone, "red");
        await AddAsync(phone, new FilePayload { Name = "скан.pdf", MimeType = "application/pdf", Buffer = pdf });
        Assert.False(await phone.IsVisibleAsync(".scans li:nth-child(2) [data-act=turn]"));
        await phone.ClickAsync(".scans li:nth-child(2) [data-act=earlier]");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-registered]");

        var files = await FilesAsync(site, phone, "2026-1");
        Assert.Equal(Convert.ToBase64String(pdf), await phone.EvaluateAsync<string>("async address => btoa(String.fromCharCode(...new Uint8Array(await (await fetch(address)).arrayBuffer())))", files[0]));
        Assert.Equal("300x400 black red red red", await phone.EvaluateAsync<string>(Corners, files[1]));
    }

    [Fact]
    public async Task Photos_TooMany_AreToldBeforeAnythingIsSent()
    {
        await using var site = await TestSite.StartAsync();
        await site.SetAsync(settings => settings with { Files = 1 });
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        await AddAsync(phone, "red");
        await AddAsync(phone, "blue");

        Assert.True(await phone.EvaluateAsync<bool>("document.querySelector('[name=files]').validationMessage === document.querySelector('[name=files]').dataset.many"));
        await phone.ClickAsync(".scans li:nth-child(1) [data-act=out]");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-registered]");

        Assert.Equal(["300x400 black blue blue blue"], await StoredAsync(site, phone, "2026-1"));
    }
}
