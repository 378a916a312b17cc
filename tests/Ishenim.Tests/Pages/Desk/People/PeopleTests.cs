using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.People;

public sealed class PeopleTests
{
    [Fact]
    public async Task Confirm_ByReader_OpensNewLettersToTheNewReader()
    {
        await using var site = await TestSite.StartAsync();
        var fresh = await site.School.AddAsync("Нурлан Жаңыбаев", Position.Deputy, confirmed: false, Role.Responsible);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        Assert.Contains(fresh.Keys.Fingerprint, (await director.GetAsync("/desk/people")).Body!.TextContent, StringComparison.Ordinal);
        site.Time.Pass(TimeSpan.FromDays(1));
        await director.SignInAsync(site.School.Director, site.Time);

        await director.SubmitAsync(await director.GetAsync($"/desk/people/{fresh.Id}/confirm"), "[data-confirm]");

        Assert.Equal("/desk/people", director.Path);
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(new DateOnly(2026, 9, 16), (await db.Set<School>().SingleAsync()).ReadersSince);
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        Assert.True(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == fresh.Id.Value));
    }

    [Fact]
    public async Task Confirm_ByAdministratorAlone_IsDenied()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var fresh = await site.School.AddAsync("Нурлан Жаңыбаев", Position.Deputy, confirmed: false, Role.Responsible);
        using var client = await StaffClient.SignInAsync(site, administrator);

        await client.GetAsync($"/desk/people/{fresh.Id}/confirm");

        Assert.Equal(HttpStatusCode.Forbidden, client.Status);
    }

    [Fact]
    public async Task HandOver_ByReader_GivesTheLettersThatTheRuleAllows()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        await site.School.AcceptAsync(TestSchool.Letter("Жооптуу адам катты көрсөттү.", About.Responsible));
        var fresh = await site.School.AddAsync("Нурлан Жаңыбаев", Position.Deputy, Role.Responsible);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);

        var done = await director.SubmitAsync(await director.GetAsync($"/desk/people/{fresh.Id}/hand-over"), "[data-hand-over]");

        Assert.Contains("Берилген кат: 1", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Берилбеген кат: 1", done.Body.TextContent, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        var letter = await db.Set<Grant>().Where(grant => grant.Recipient == fresh.Id.Value).Select(grant => grant.Appeal).Distinct().SingleAsync();
        using var keys = await AppealKeys.OpenAsync(db, letter, fresh.Id.Value, fresh.Keys);
        Assert.True(keys.Has(KeyClass.Letter, 1));
    }

    [Fact]
    public async Task Leave_WhoSteppedDown_LosesSessionAndLettersAndKeepsTheName()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        using var leaving = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var client = await StaffClient.SignInAsync(site, administrator);

        var down = await leaving.SubmitAsync(await leaving.GetAsync("/desk/account/step-down"), "[data-step-down]");
        Assert.Contains("окурмандыктан кеттиңиз", down.Body!.TextContent, StringComparison.Ordinal);
        await client.SubmitAsync(await client.GetAsync($"/desk/people/{site.School.Responsible.Id}"), "[data-leave]");

        Assert.Equal("/desk/people", client.Path);
        await leaving.GetAsync("/desk/account");
        Assert.StartsWith("/desk/login", leaving.Path, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == site.School.Responsible.Id.Value));
        Assert.Equal("Айгүл Үлгүева", (await db.Set<Person>().SingleAsync(person => person.LeftOn != null)).Name);
        await leaving.SignInAsync(site.School.Responsible, site.Time);
        Assert.Equal(HttpStatusCode.Unauthorized, leaving.Status);
    }

    [Fact]
    public async Task Edit_WhoMayHoldLetters_LooksTheSameWithAndWithoutALetter()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        using var client = await StaffClient.SignInAsync(site, administrator);
        var before = (await client.GetAsync($"/desk/people/{site.School.Chair.Id}")).QuerySelector("main")!.TextContent;
        await site.School.AcceptAsync(TestSchool.Letter("Директор акча чогултат.", About.Director));

        var page = await client.GetAsync($"/desk/people/{site.School.Chair.Id}");

        Assert.Equal(before, page.QuerySelector("main")!.TextContent);
        Assert.Null(page.QuerySelector("[data-leave], [data-invite]"));
    }

    [Fact]
    public async Task Edit_RoleTakenAway_HoldsFromTheNextRequest()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var second = await site.School.AddAsync("Асан Башкаруучу", Position.Other, Role.Administrator);
        using var loser = await StaffClient.SignInAsync(site, second);
        await loser.GetAsync("/desk/settings");
        Assert.Equal(HttpStatusCode.OK, loser.Status);
        using var client = await StaffClient.SignInAsync(site, first);

        await client.SubmitAsync(await client.GetAsync($"/desk/people/{second.Id}"), "[data-person]", ("role", "Executor"));

        await loser.GetAsync("/desk/settings");
        Assert.Equal(HttpStatusCode.Forbidden, loser.Status);
    }

    [Fact]
    public async Task Edit_TwoAtOnce_SecondIsToldAndKeepsTyping()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        using var client = await StaffClient.SignInAsync(site, administrator);
        var path = $"/desk/people/{site.School.Chair.Id}";
        var (first, second) = (await client.GetAsync(path), await client.GetAsync(path));
        await client.SubmitAsync(first, "[data-person]", ("person.post", "ата-энелер комитети"));

        var told = await client.SubmitAsync(second, "[data-person]", ("person.post", "апа"));

        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Equal("апа", told.QuerySelector<IHtmlInputElement>("[name='person.post']")!.Value);
    }

    [Fact]
    public async Task New_Person_ComesInByTheLink()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        using var client = await StaffClient.SignInAsync(site, administrator);

        var page = await client.SubmitAsync(await client.GetAsync("/desk/people/new"), "[data-person]",
            ("person.name", "Нурлан Жаңыбаев"), ("person.post", "мугалим"), ("role", "Member"));

        var link = new Uri(page.QuerySelector("[data-link]")!.TextContent).PathAndQuery;
        using var invited = new StaffClient(site.Address);
        Assert.Contains("Нурлан Жаңыбаев", (await invited.GetAsync(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_WithoutUndertaking_AreLedToIt()
    {
        await using var site = await TestSite.StartAsync();
        await using (var db = site.Database.Open(site.School.Id))
            await db.Set<Core.Staff.Account>().Where(account => account.Person == site.School.Director.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(account => account.UndertakingOn, (DateOnly?)null));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        await client.GetAsync($"/desk/people/{site.School.Chair.Id}/confirm");

        Assert.Equal("/desk/undertaking", client.Path);
    }
}
