using System.Text.RegularExpressions;
using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>The responsible person at the box with a phone.</summary>
[Trait("Category", "Browser")]
public sealed partial class OpeningTests
{
    private static readonly string Photo = Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png");

    [Fact]
    public async Task Opening_OfThreeLettersOnAPhone_InterruptedAndResumedElsewhere_EndsInAnAct()
    {
        await using var site = await TestSite.StartAsync();
        var member = await site.School.AddAsync("Данияр Мүчөев", Core.Staff.Position.Teacher, Role.Member);
        var colleague = await site.School.AddAsync("Бермет Жардамчиева", Core.Staff.Position.Deputy, Role.Responsible);
        await new BoxKeeping(site.Database.Gate).AddAsync(
            site.School.Responsible.Now(site.School), new BoxInput { Place = "А блогу, биринчи кабат", Seal = "П-1" }, new DateOnly(2026, 9, 1));
        var phone = await Chromium.PageAsync(site);
        await phone.SignInAsync(site, site.School.Responsible);

        await phone.GotoAsync("/desk/openings");
        await phone.ClickAsync("a[href*='/desk/openings/new']");
        await phone.CheckAsync($"[name='opening.present'][value='{site.School.Chair.Id}']");
        await phone.CheckAsync($"[name='opening.present'][value='{member.Id}']");
        await phone.CheckAsync("[name='opening.state'][value='whole']");
        await phone.CheckAsync("[name='opening.facing'][value='nothing']");
        await phone.ClickAsync("form[data-opening] button.button");
        await phone.FillAsync("[name=letters]", "4");
        await phone.FillAsync("[name=sheets]", "5");
        await phone.ClickAsync("[data-count-form] button");
        await RegisterAsync(phone, sheets: 2, text: "Биринчи кат.");
        // The battery is flat: somebody else goes on at another device.
        await phone.Context.CloseAsync();
        var other = await Chromium.PageAsync(site);
        await other.SignInAsync(site, colleague);
        var slip = await PrintAsync(other);
        await other.GotoAsync("/desk/openings");
        await other.ClickAsync(".tasks a.button");
        await RegisterAsync(other, photo: true);
        await RegisterAsync(other, text: "Коддуу барактагы кат.", slip: slip);
        await other.ClickAsync("summary:has-text('Кайрылууга жатпайт')");
        await other.CheckAsync("[name=reason][value=Joke]");
        await other.ClickAsync("[data-aside] button");
        await other.FillAsync("[name=sealAfter]", "П-2");
        await other.ClickAsync("[data-finish] button");

        await other.GetByText("Акт № 1").First.WaitForAsync();
        await other.SetInputFilesAsync("[name=scan]", new FilePayload { Name = "акт.jpg", MimeType = "image/jpeg", Buffer = "сүрөт эмес"u8.ToArray() });
        await other.ClickAsync("[data-scan] button");
        await other.WaitForSelectorAsync("#scan-error");
        await other.SetInputFilesAsync("[name=scan]", new FilePayload { Name = "акт.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 кол коюлган"u8.ToArray() });
        await other.ClickAsync("[data-scan] button");
        await other.WaitForSelectorAsync("a[href*='/desk/openings/files/']");
        var act = await other.GetAttributeAsync("a[href$='act.html']", "href");
        await other.GotoAsync(act!);
        var text = await other.InnerTextAsync("body");
        Assert.Contains("2026-1", text, StringComparison.Ordinal);
        Assert.Contains("2026-3", text, StringComparison.Ordinal);
        Assert.Contains("П-2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Биринчи кат", text, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(colleague.Id, (await db.Set<Opening>().SingleAsync()).FinishedBy);
        Assert.Equal(SlipState.Used, (await db.Set<Slip>().SingleAsync()).State);
        Assert.Single(await db.Set<Attachment>().Where(file => file.Class == KeyClass.Original).ToListAsync());
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Box_EveryPage_HasNoFaultAndNothingOverflows(string language)
    {
        await using var site = await TestSite.StartAsync();
        var box = await FilledBox.FillAsync(site.School);
        site.Time.Pass(TimeSpan.FromDays(2));
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280, 1920);
        await page.SignInAsync(site, site.School.Responsible);
        foreach (var (path, name) in new[]
        {
            ("/desk", "box-today"), ("/desk/boxes", "boxes"), ($"/desk/boxes/{box.Box}", "box"), ("/desk/openings", "openings"), ("/desk/openings/new", "opening-new"),
            ($"/desk/openings/{box.Open}", "opening-open"), ($"/desk/openings/{box.Open}/letter", "opening-letter"), ($"/desk/openings/{box.Finished}", "opening-finished"),
            ("/desk/journal/fingerprint", "fingerprint"), ("/desk/poster", "poster-page"), ("/desk/poster.html", "poster-print"),
            ($"/desk/openings/{box.Finished}/act.html", "act-print"), ("/desk/openings/journal.html", "journal-print"), ($"/desk/boxes/keys/{box.Custody}/paper.html", "key-print"),
        })
        {
            await page.GotoAsync($"{path}?lang={language}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await looks.AtAsync(page, $"{name}-{language}", keepPicture: language == "ky");
        }
        looks.AreGood();
    }

    private static async Task RegisterAsync(IPage page, int sheets = 1, string text = "", string slip = "", bool photo = false)
    {
        await page.ClickAsync("a[href*='/letter']");
        if (photo)
            await page.SetInputFilesAsync("[name='files']", Photo);
        await page.FillAsync("[name='text']", text);
        await page.FillAsync("[name='sheets']", $"{sheets}");
        await page.FillAsync("[name='slip']", slip);
        await page.ClickAsync("form[data-letter] button.button");
        await page.ClickAsync(".row a.button");
    }

    /// <summary>One coded sheet: its number.</summary>
    private static async Task<string> PrintAsync(IPage page)
    {
        await page.GotoAsync("/desk/slips");
        await page.FillAsync("[name=count]", "1");
        await page.ClickAsync("[data-slips] button");
        await page.ArrivedAsync("handler=Print");
        return Number().Match(await page.InnerTextAsync("body")).Value;
    }

    [GeneratedRegex(@"\b\d{4}-\d{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
