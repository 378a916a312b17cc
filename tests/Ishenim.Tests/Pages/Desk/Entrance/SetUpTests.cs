using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Commands;
using Ishenim.Core.Schools;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ishenim.Tests.Pages.Desk.Entrance;

public sealed class SetUpTests
{
    private const string Passphrase = "тоо этегинде жети жылкы";

    [Fact]
    public async Task SetUp_ThreePeopleComeIn_SchoolOpensWithTheLastUndertaking()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var links = await SetUpAsync(site, browser);
        Assert.Equal(3, links.Count);

        foreach (var link in links)
        {
            Assert.Null((await SchoolAsync(site)).OpenedOn);
            using var person = new StaffClient(site.Address);
            await ComeInAsync(person, site, link, "kishi" + links.IndexOf(link));
            Assert.Equal("/desk/undertaking", person.Path);
        }

        var school = await SchoolAsync(site);
        Assert.Equal(new DateOnly(2026, 9, 15), school.OpenedOn);
        Assert.Equal(new DateOnly(2026, 9, 15), school.ReadersSince);
        await using var db = site.Database.Open(school.Id);
        Assert.True(await db.Set<Core.Staff.Account>().AllAsync(account => account.ConfirmedOn != null && account.UndertakingOn != null));
    }

    [Fact]
    public async Task SetUp_LinkUsed_DoesNotWorkAgain()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var link = await LinkAsync(site);
        await SendAsync(browser, link);

        var again = await browser.GetAsync(link);

        Assert.Null(again.QuerySelector("form[action*=welcome]"));
    }

    [Fact]
    public async Task SetUp_LinkLookedAt_IsNotUsed()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var link = await LinkAsync(site);

        await browser.GetAsync(link);

        Assert.NotNull((await browser.GetAsync(link)).QuerySelector("form[action*=welcome]"));
    }

    [Fact]
    public async Task SetUp_LinkOlderThanADay_DoesNotWork()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var link = await LinkAsync(site);
        site.Time.Pass(TimeSpan.FromHours(24));

        Assert.Null((await browser.GetAsync(link)).QuerySelector("form[action*=welcome]"));
    }

    [Fact]
    public async Task SetUp_NewLinkMade_OldOneDies()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var old = await LinkAsync(site);

        await LinkAsync(site);

        Assert.Null((await browser.GetAsync(old)).QuerySelector("form[action*=welcome]"));
    }

    [Fact]
    public async Task SetUp_ChairIsDeputy_WarnsOnceAndKeepsWhatWasTyped()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);

        var warned = await SendAsync(browser, await LinkAsync(site), ("chair.position", "2"));
        Assert.Empty(warned.QuerySelectorAll("[data-link]"));
        Assert.Equal("Мисал айылы", warned.QuerySelector<IHtmlInputElement>("[name='school.town']")!.Value);

        var kept = await browser.SubmitAsync(warned, "form[action*=welcome]");
        Assert.Equal(3, kept.QuerySelectorAll("[data-link]").Length);
    }

    [Fact]
    public async Task SetUp_NumbersOnPaper_GoOnAfterThem()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);

        await SendAsync(browser, await LinkAsync(site), ("numbers.register", "18"), ("numbers.acts", "4"));

        await using var db = site.Database.Open((await SchoolAsync(site)).Id);
        var last = await db.Set<Core.Storage.Counter>().ToDictionaryAsync(counter => counter.Series, counter => counter.Last);
        Assert.Equal(17, last["appeals:2026"]);
        Assert.Equal(3, last["acts:2026"]);
        Assert.Equal(2, last.Count);
    }

    [Fact]
    public async Task Invitation_CommonPassphrase_IsRefusedAndLinkStaysGood()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var browser = new StaffClient(site.Address);
        var links = await SetUpAsync(site, browser);

        var refused = await FillInvitationAsync(browser, site, links[0], "direktor1", "qwertyuiop12345678");
        Assert.NotNull(refused.QuerySelector("#passphrase-new-error"));

        var made = await FillInvitationAsync(browser, site, links[0], "direktor1", Passphrase);
        Assert.NotNull(made.QuerySelector("#sheet-code"));
        Assert.Null((await browser.GetAsync(links[0])).QuerySelector("[data-invitation-form]"));
    }

    internal static async Task<List<string>> SetUpAsync(TestSite site, StaffClient browser) =>
        (await SendAsync(browser, await LinkAsync(site))).QuerySelectorAll("[data-link]").Select(link => new Uri(link.TextContent).PathAndQuery).ToList();

    private static Task<School> SchoolAsync(TestSite site)
    {
        var db = site.Database.Gate.OpenInstallation();
        return db.Set<School>().AsNoTracking().SingleAsync();
    }

    private static async Task<string> LinkAsync(TestSite site) =>
        new Uri((await SetUpLinks.OfFirstSchoolAsync(site.Services.GetRequiredService<SchoolFinder>(), site.Services.GetRequiredService<SchoolFounding>(), site.Address))!).PathAndQuery;

    private static async Task<IHtmlDocument> SendAsync(StaffClient browser, string link, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] fields =
        [
            ("school.kyrgyz", "№ 7 орто мектеп"), ("school.kyrgyzGenitive", "№ 7 орто мектептин"), ("school.russian", "средняя школа № 7"),
            ("school.russianGenitive", "средней школы № 7"), ("school.town", "Мисал айылы"), ("school.boxPlace", "А блогу"),
            ("director.name", "Болот Ойлонбаев"), ("director.post", "директор"), ("responsible.name", "Айгүл Үлгүева"), ("responsible.post", "орун басар"),
            ("chair.name", "Жылдыз Мисалиева"), ("chair.post", "ата-эне"), ("administratorIs", "responsible"),
        ];
        var kept = fields.Where(field => more.All(other => other.Name != field.Name));
        return await browser.SubmitAsync(await browser.GetAsync(link), "form[action*=welcome]", [.. kept, .. more]);
    }

    private static async Task<IHtmlDocument> FillInvitationAsync(StaffClient browser, TestSite site, string link, string login, string passphrase)
    {
        var page = await browser.GetAsync(link);
        var secret = Authenticator.SecretOn(page);
        return await browser.SubmitAsync(page, "[data-invitation-form]",
            ("login", login), ("passphrase.new", passphrase), ("passphrase.again", passphrase), ("otp", Totp.At(secret, site.Time.Now)));
    }

    private static async Task ComeInAsync(StaffClient browser, TestSite site, string link, string login)
    {
        var sheet = await FillInvitationAsync(browser, site, link, login, Passphrase);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var undertaking = await browser.SubmitAsync(sheet, "[data-sheet-done]");
        await browser.SubmitAsync(undertaking, "[data-undertaking]", ("agree", "true"));
    }
}
