using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Entrance;

public sealed class LoginTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Post_RightThree_OpensTheDesk(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);

        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var account = await client.GetAsync("/desk/account");

        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.Contains(site.School.Director.Keys.Fingerprint, account.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Firefox · Android", account.Body.TextContent, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        Assert.True(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.SignedIn && line.Actor == site.School.Director.Id));
    }

    [Fact]
    public async Task Post_UnknownLoginWrongPassphraseOrWrongCode_AnswersTheSame()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (login, passphrase, otp) in new[]
        {
            ("nobody", person.Passphrase, person.NextCode(site.Time)),
            (person.Login, "башка бир сүйлөм", person.NextCode(site.Time)),
            (person.Login, person.Passphrase, "000000"),
        })
        {
            using var client = new StaffClient(site.Address);
            var page = await TryAsync(client, login, passphrase, otp);
            page.QuerySelector<IHtmlInputElement>("[name=login]")!.Remove();
            answers.Add((client.Status, page.QuerySelector("main")!.TextContent));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0].Item1);
    }

    [Fact]
    public async Task Post_CodeUsedOnce_DoesNotWorkAgain()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        var code = person.NextCode(site.Time);
        using var first = new StaffClient(site.Address);
        await TryAsync(first, person.Login, person.Passphrase, code);
        Assert.Equal("/desk", first.Path);

        using var second = new StaffClient(site.Address);
        await TryAsync(second, person.Login, person.Passphrase, code);

        Assert.Equal(HttpStatusCode.Unauthorized, second.Status);
    }

    [Fact]
    public async Task Post_SixWrongTries_StrangersWaitAndTheKnownDeviceDoesNot()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var known = await StaffClient.SignInAsync(site, person);
        using var stranger = new StaffClient(site.Address);
        for (var i = 0; i < SignInThrottle.FreeTries; i++)
        {
            await TryAsync(stranger, person.Login, "туура эмес сүйлөм", "123456");
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        }

        await TryAsync(stranger, person.Login, person.Passphrase, person.NextCode(site.Time));
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Status);
        Assert.InRange(stranger.LastRetryAfter!.Value.TotalSeconds, 1, 30);

        await known.SignInAsync(person, site.Time);
        Assert.Equal("/desk", known.Path);

        site.Time.Pass(TimeSpan.FromSeconds(31));
        await TryAsync(stranger, person.Login, person.Passphrase, person.NextCode(site.Time));
        Assert.Equal("/desk", stranger.Path);
    }

    [Fact]
    public async Task Post_KeyInDatabaseExchanged_IsRefusedWithAnAlarm()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        await using (var db = site.Database.Open(site.School.Id))
            await db.Set<Core.Staff.Account>().Where(account => account.Person == person.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(account => account.PublicKey, site.School.Chair.Keys.PublicKey));

        using var client = new StaffClient(site.Address);
        var page = await TryAsync(client, person.Login, person.Passphrase, person.NextCode(site.Time));

        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Contains("алмаштырган", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/desk")]
    [InlineData("//evil.example/desk")]
    [InlineData("/deskevil")]
    [InlineData("/write")]
    public async Task Post_ReturnElsewhere_LeadsToTheDesk(string elsewhere)
    {
        await using var site = await TestSite.StartAsync();
        using var client = new StaffClient(site.Address);
        var person = site.School.Director;

        await client.SubmitAsync(await client.GetAsync("/desk/login?return=" + Uri.EscapeDataString(elsewhere)), "form[data-login]",
            ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(site.Time)));

        Assert.Equal("/desk", client.Path);
    }

    [Fact]
    public async Task Post_SignedInBefore_OldSessionEnds()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        await client.SignInAsync(site.School.Chair, site.Time);

        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(site.School.Chair.Id, (await db.Set<StaffSession>().SingleAsync()).Person);
    }

    [Fact]
    public async Task Logout_Posted_SessionIsGoneAndItsCookieOpensNothing()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var cookie = client.Cookies.GetCookies(new Uri(site.Address + "/desk"))["desk"]!.Value;
        await client.SubmitAsync(await client.GetAsync("/desk/account"), "form.who");

        using var copied = new StaffClient(site.Address);
        copied.Cookies.Add(new Cookie("desk", cookie, "/desk", "127.0.0.1"));
        await copied.GetAsync("/desk/account");

        Assert.StartsWith("/desk/login", copied.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CookieOfOneSchoolAtAnother_OpensNothing()
    {
        await using var site = await TestSite.StartAsync();
        await TestSchool.OpenAsync(site.Database, "two", place: 2);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var cookie = client.Cookies.GetCookies(new Uri(site.Address + "/desk"))["desk"]!.Value;

        using var copied = new StaffClient(site.Address);
        copied.Cookies.Add(new Cookie("desk", cookie, "/s/two/desk", "127.0.0.1"));
        await copied.GetAsync("/s/two/desk/account");

        Assert.StartsWith("/s/two/desk/login", copied.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SecondSchool_HasItsOwnPeople()
    {
        await using var site = await TestSite.StartAsync();
        var two = await TestSchool.OpenAsync(site.Database, "two", place: 2);
        using var client = new StaffClient(site.Address);

        await client.SignInAsync(two.Director, site.Time);
        Assert.Equal(HttpStatusCode.Unauthorized, client.Status);

        await client.SignInAsync(two.Director, site.Time, "/s/two");
        Assert.Equal("/s/two/desk", client.Path);
    }

    internal static async Task<IHtmlDocument> TryAsync(StaffClient client, string login, string passphrase, string otp) =>
        await client.SubmitAsync(await client.GetAsync("/desk/login"), "form[data-login]", ("login", login), ("passphrase", passphrase), ("otp", otp));
}
