using Ishenim.Commands;
using Ishenim.Core.Schools;
using Ishenim.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>From the set-up link to the answer that a writer reads: everybody in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class StaffTests
{
    private const string Passphrase = "тоо этегинде жети жылкы";
    private const string Letter = "Китепкананы түштөн кийин да ачып койсоңуздар.";
    private const string Answer = "Дүйшөмбүдөн баштап китепкана саат бешке чейин ачык болот.";

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task School_FromSetUpLinkToAnswer_WorksInABrowser(int width)
    {
        await using var site = await TestSite.StartEmptyAsync();
        var links = await SetUpAsync(site, width);
        Assert.Equal(3, links.Count);
        for (var i = 0; i < links.Count; i++)
            await ComeInAsync(site, links[i], "adam" + i, width);
        var writer = await Chromium.PageAsync(site, width);
        var code = await WriteAsync(writer);
        await AnswerAsync(site, links[0], width);
        await writer.GotoAsync("/answer");
        await writer.FillAsync("[name=code]", code);
        await writer.ClickAsync("main form button:not([name=step])");
        await writer.WaitForSelectorAsync("[name=text]");
        Assert.Contains(Answer, await writer.InnerTextAsync("main"), StringComparison.Ordinal);
        await writer.PictureAsync("way-answer");
    }

    private readonly Dictionary<string, (string Login, byte[] Secret, IPage Page)> _people = [];

    private static async Task<List<string>> SetUpAsync(TestSite site, int width)
    {
        var page = await Chromium.PageAsync(site, width);
        var link = await SetUpLinks.OfFirstSchoolAsync(site.Services.GetRequiredService<SchoolFinder>(), site.Services.GetRequiredService<SchoolFounding>(), site.Address);
        await page.GotoAsync(link!);
        await Axe.IsSatisfiedAsync(page);
        foreach (var (field, typed) in new[]
        {
            ("school.kyrgyz", "№ 7 орто мектеп"), ("school.kyrgyzGenitive", "№ 7 орто мектептин"), ("school.russian", "средняя школа № 7"),
            ("school.russianGenitive", "средней школы № 7"), ("school.town", "Мисал айылы"), ("school.boxPlace", "А блогу, биринчи кабат"),
            ("director.name", "Болот Ойлонбаев"), ("director.post", "директор"), ("responsible.name", "Айгүл Үлгүева"), ("responsible.post", "орун басар"),
            ("chair.name", "Жылдыз Мисалиева"), ("chair.post", "ата-эне"),
        })
            await page.FillAsync($"[name='{field}']", typed);
        await page.CheckAsync("[name=administratorIs][value=responsible]");
        await page.SelectOptionAsync("[name='chair.position']", "4");
        await page.PictureAsync("setup");
        await page.ClickAsync("form[action*=welcome] button.button");
        await page.WaitForSelectorAsync("[data-link]");
        await page.PictureAsync("setup-links");
        await Axe.IsSatisfiedAsync(page);
        var links = await page.Locator("[data-link]").AllInnerTextsAsync();
        return links.Select(text => new Uri(text).PathAndQuery).ToList();
    }

    private async Task ComeInAsync(TestSite site, string link, string login, int width)
    {
        var page = await Chromium.PageAsync(site, width);
        await page.GotoAsync(link);
        await Axe.IsSatisfiedAsync(page);
        var secret = Authenticator.SecretIn((await page.GetAttributeAsync("a[href^='otpauth:']", "href"))!);
        await page.FillAsync("[name=login]", login);
        await page.FillAsync("[name='passphrase.new']", Passphrase);
        await page.FillAsync("[name='passphrase.again']", Passphrase);
        await page.FillAsync("[name=otp]", Totp.At(secret, site.Time.Now));
        await page.PictureAsync("invitation");
        await page.ClickAsync("[data-invitation-form] button.button");
        await page.WaitForSelectorAsync("#sheet-code");
        await page.PictureAsync("recovery-sheet");
        await Axe.IsSatisfiedAsync(page);
        await page.ClickAsync("[data-sheet-done] button");
        await page.CheckAsync("[name=agree]");
        await page.PictureAsync("undertaking");
        await Axe.IsSatisfiedAsync(page);
        await page.ClickAsync("[data-undertaking] button");
        await page.GotoAsync("/desk");
        await page.PictureAsync("today-empty");
        await Axe.IsSatisfiedAsync(page);
        _people[link] = (login, secret, page);
    }

    private static async Task<string> WriteAsync(IPage page)
    {
        await page.GotoAsync("/write");
        await page.FillAsync("[name=text]", Letter);
        await page.CheckAsync("[name=about][value=nobody]");
        await page.ClickAsync("button[value=send]");
        return await page.InnerTextAsync("output#receipt");
    }

    /// <summary>Signs in anew, finds the letter on Today, takes it up and answers it.</summary>
    private async Task AnswerAsync(TestSite site, string link, int width)
    {
        var (login, secret, _) = _people[link];
        site.Time.Pass(TimeSpan.FromMinutes(2));
        var page = await Chromium.PageAsync(site, width);
        await page.GotoAsync("/desk/login");
        await Axe.IsSatisfiedAsync(page);
        await page.PictureAsync("login");
        await page.FillAsync("[name=login]", login);
        await page.FillAsync("[name=passphrase]", Passphrase);
        await page.FillAsync("[name=otp]", Totp.At(secret, site.Time.Now));
        await page.ClickAsync("form[data-login] button.button");
        await page.ClickAsync("main a[href*='/desk/appeals/']");
        await page.Locator("main", new PageLocatorOptions { HasText = Letter }).WaitForAsync();
        await page.ClickAsync("form[action*=takeup] button");
        await page.FillAsync("[name=answer]", Answer);
        await page.PictureAsync("appeal-answering");
        await Axe.IsSatisfiedAsync(page);
        await page.ClickAsync("form[action*='handler=answer'] button.button:not(.second)");
        await page.WaitForSelectorAsync("details:has(form[action*='handler=close'])");
        await page.PictureAsync("appeal");
        await Axe.IsSatisfiedAsync(page);
    }
}
