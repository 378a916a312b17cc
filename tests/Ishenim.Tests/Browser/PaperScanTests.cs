using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>The pages of a letter on the registrar's phone: photographed one by one, put in order, and sent as they were shown.</summary>
[Trait("Category", "Browser")]
public sealed class PaperScanTests
{
    /// <summary>300 × 400, black in the top left quarter and this colour in the others, as a JPEG in base 64.</summary>
    private const string Draw = """
        colour => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 400 })
          const pen = canvas.getContext('2d')
          pen.fillStyle = colour; pen.fillRect(0, 0, 300, 400)
          pen.fillStyle = '#000'; pen.fillRect(0, 0, 150, 200)
          return canvas.toDataURL('image/jpeg', .95).split(',')[1]
        }
        """;

    /// <summary>The size of the picture at this address, and its corners from the top left one on, clockwise.</summary>
    private const string Corners = """
        async address => {
          const photo = await createImageBitmap(await (await fetch(address)).blob())
          const pen = Object.assign(document.createElement('canvas'), { width: photo.width, height: photo.height }).getContext('2d')
          pen.drawImage(photo, 0, 0)
          const at = (x, y) => {
            const [red, green, blue] = pen.getImageData(x * photo.width, y * photo.height, 1, 1).data.map(part => part > 127)
            return red && green && blue ? 'white' : red ? 'red' : green ? 'green' : blue ? 'blue' : 'black'
          }
          return `${photo.width}x${photo.height} ${at(.2, .2)} ${at(.8, .2)} ${at(.8, .8)} ${at(.2, .8)}`
        }
        """;

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

    private static async Task<FilePayload> PhotoAsync(IPage page, string colour) => new()
    {
        Name = colour + ".jpg", MimeType = "image/jpeg", Buffer = Convert.FromBase64String(await page.EvaluateAsync<string>(Draw, colour)),
    };

    private static async Task AddAsync(IPage page, string colour) => await AddAsync(page, await PhotoAsync(page, colour));

    /// <summary>As the camera gives it: this one alone; the others stay.</summary>
    private static async Task AddAsync(IPage page, FilePayload file)
    {
        var before = await page.Locator(".scans li, [name=kept]").CountAsync();
        await page.SetInputFilesAsync("[name=files]", file);
        await UntilAddedAsync(page, before + 1);
    }

    private static Task UntilAddedAsync(IPage page, int all) => page.UntilAsync(
        $"document.querySelectorAll('.scans li, [name=kept]').length === {all} && document.querySelector('[data-said]').textContent.includes('{all}')");

    private static async Task LookAsync(IPage page, string name)
    {
        var looks = new Looks(320, 360, 1280);
        await looks.AtAsync(page, name);
        await page.SetViewportSizeAsync(360, 740);
        looks.AreGood();
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(TestSite site, IPage page, string number)
    {
        var seen = new List<string>();
        foreach (var file in await FilesAsync(site, page, number))
            seen.Add(await page.EvaluateAsync<string>(Corners, file));
        return seen;
    }

    /// <summary>Where the letter's files are, in the order in which the registrar sees them.</summary>
    private static async Task<IReadOnlyList<string>> FilesAsync(TestSite site, IPage page, string number)
    {
        await using var db = site.Database.Open(site.School.Id);
        var id = await db.Set<Appeal>().Where(appeal => appeal.Facts!.Number == number).Select(appeal => appeal.Id).SingleAsync();
        await page.GotoAsync($"/desk/appeals/{id}");
        return await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href*=\"download\"]')].map(link => link.href)");
    }
}
