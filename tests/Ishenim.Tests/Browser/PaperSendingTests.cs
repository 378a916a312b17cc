using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using static Ishenim.Tests.Browser.Scans;

namespace Ishenim.Tests.Browser;

/// <summary>A paper letter on its way from the registrar's phone: faults, an ended session and a broken line lose nothing.</summary>
[Trait("Category", "Browser")]
public sealed class PaperSendingTests
{
    [Fact]
    public async Task Fault_BesideAnotherField_KeepsTheScansInTheirOrder()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper?lang=ru");
        await AddAsync(phone, "red");
        await AddAsync(phone, "blue");
        await phone.FillAsync("[name=slip]", "ishenim:bashka-mektep:12345670");

        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#slip-error");
        Assert.Equal(2, await phone.Locator("[name=kept]").CountAsync());
        await AddAsync(phone, "lime");
        Assert.Contains("3", await phone.InnerTextAsync(".scans b"), StringComparison.Ordinal);
        await LookAsync(phone, "paper-scans-kept");
        await phone.FillAsync("[name=slip]", "");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-registered]");

        Assert.Equal(
            ["300x400 black red red red", "300x400 black blue blue blue", "300x400 black green green green"], await StoredAsync(site, phone, "2026-1"));
    }

    [Fact]
    public async Task Session_EndedMeanwhile_LosesNothingAndTheLetterIsRegisteredOnce()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper?lang=en");
        await AddAsync(phone, "red");
        await phone.FillAsync("[name=text]", "Айтылган кат.");
        site.Time.Pass(TimeSpan.FromHours(1));

        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("[data-entrance] a");
        Assert.Equal(await phone.GetAttributeAsync("#sending", "data-out"), await phone.InnerTextAsync("#sending"));
        await LookAsync(phone, "paper-signed-out");
        var window = await phone.RunAndWaitForPopupAsync(() => phone.ClickAsync("[data-entrance] a"));
        await window.SignInAsync(site, site.School.Responsible);
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#receipt");

        Assert.Equal(["300x400 black red red red"], await StoredAsync(site, phone, "2026-1"));
    }

    [Fact]
    public async Task Token_TooOld_IsRenewedAndTheScansStay()
    {
        await using var site = await TestSite.StartAsync();
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        await AddAsync(phone, "red");
        await phone.EvaluateAsync("document.querySelector('[data-letter] [name=__RequestVerificationToken]').value = 'эски'");

        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.UntilAsync("document.getElementById('sending').textContent === document.getElementById('sending').dataset.old");
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#receipt");

        Assert.Equal(["300x400 black red red red"], await StoredAsync(site, phone, "2026-1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Line_Broken_SaysSoAndTheSecondPressShowsTheCode(bool arrived)
    {
        await using var site = await TestSite.StartAsync();
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        await phone.FillAsync("[name=text]", "Айтылган кат.");
        await phone.RouteAsync("**/desk/paper", async route =>
        {
            if (arrived)
                await route.FetchAsync();
            await route.AbortAsync();
        });

        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.UntilAsync("document.getElementById('sending').textContent === document.getElementById('sending').dataset.failed");
        Assert.Equal("Айтылган кат.", await phone.InputValueAsync("[name=text]"));
        await phone.UnrouteAllAsync();
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#receipt");

        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<Appeal>().CountAsync());
    }

    [Fact]
    public async Task Opening_LetterSentAgainAfterTheLineBroke_LeadsBackToTheOpening()
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync($"/desk/openings/{box.Open}/letter");
        await phone.FillAsync("[name=text]", "Кутучадагы кат.");
        await phone.RouteAsync("**/letter", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.UntilAsync("document.getElementById('sending').textContent === document.getElementById('sending').dataset.failed");
        await phone.UnrouteAllAsync();

        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForURLAsync($"**/desk/openings/{box.Open}");

        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(1, await db.Set<OpeningItem>().CountAsync(item => item.Opening == box.Open && item.Number != null));
    }

    [Fact]
    public async Task WithoutScript_SeveralScans_AreRegisteredAsChosen()
    {
        await using var site = await TestSite.StartAsync();
        var drawing = await Chromium.PageAsync(site);
        var phone = await Chromium.PageAsync(site, script: false);
        await phone.SignInAsync(site, site.School.Responsible);
        await phone.GotoAsync("/desk/paper");
        Assert.False(await phone.IsVisibleAsync(".scans"));
        Assert.False(await phone.IsVisibleAsync("[data-camera]"));

        await phone.SetInputFilesAsync("[name=files]", [await PhotoAsync(drawing, "blue"), await PhotoAsync(drawing, "red")]);
        await phone.ClickAsync("form[data-letter] button.button:not([type])");
        await phone.WaitForSelectorAsync("#receipt");

        await drawing.SignInAsync(site, site.School.Responsible);
        Assert.Equal(["300x400 black blue blue blue", "300x400 black red red red"], await StoredAsync(site, drawing, "2026-1"));
    }
}
