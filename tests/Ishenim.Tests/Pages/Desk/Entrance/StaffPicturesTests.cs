using Ishenim.Core.Staff;
using Ishenim.Tests.Browser;
using Microsoft.Playwright;
using Position = Ishenim.Core.Staff.Position;

namespace Ishenim.Tests.Pages.Desk.Entrance;

/// <summary>Each page of people, accounts and settings, looked at on a phone and a desk.</summary>
[Trait("Category", "Browser")]
public sealed class StaffPicturesTests
{
    private readonly Looks _looks = new(320, 360, 1280, 1920);

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Staff_EveryPage_HasNoFaultAndNothingOverflows(string language)
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Director, Role.Administrator, Role.Director);
        var fresh = await site.School.AddAsync("Нурлан Жаңыбаев", Position.Deputy, confirmed: false, Role.Responsible);
        var (_, token) = await new Core.Staff.People(site.Database.Gate).AddAsync(administrator.Now(site.School), new PersonInput
        {
            Name = "Асел Чакырылова", Post = "мугалим, комиссиянын мүчөсү", Position = Position.Teacher, Woman = true, Email = null, Language = "ky",
            Roles = new HashSet<Role> { Role.Member },
        });
        var page = await Chromium.PageAsync(site);
        foreach (var (path, name) in new[] { ("/desk/login", "login"), ("/desk/recover", "recover"), ($"/desk/invitation/{token}", "invitation"), ("/desk/denied", "denied") })
            await LookAsync(page, path, name, language);
        await page.SignInAsync(site, administrator);
        foreach (var (path, name) in Pages(fresh.Id))
            await LookAsync(page, path, name, language);
        _looks.AreGood();
    }

    private static IEnumerable<(string Path, string Name)> Pages(PersonId fresh) =>
    [
        ("/desk/account", "account"), ("/desk/account/passphrase", "account-passphrase"), ("/desk/account/second-factor", "account-factor"),
        ("/desk/account/sheet", "account-sheet"), ("/desk/account/key", "account-key"), ("/desk/undertaking", "undertaking"),
        ("/desk/undertaking/print", "undertaking-print"), ("/desk/people", "people"), ("/desk/people/new", "people-new"),
        ($"/desk/people/{fresh}", "people-edit"), ($"/desk/people/{fresh}/confirm", "people-confirm"), ($"/desk/people/{fresh}/hand-over", "people-hand-over"),
        ("/desk/settings", "settings"),
    ];

    private async Task LookAsync(IPage page, string path, string name, string language)
    {
        await page.GotoAsync($"{path}?lang={language}");
        await _looks.AtAsync(page, name, keepPicture: language == "ky");
    }
}
