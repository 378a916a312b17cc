using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Entrance;

public sealed class EndedSessionTests
{
    [Fact]
    public async Task Get_IdleForMoreThanThirtyMinutes_AsksToSignIn()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        site.Time.Pass(TimeSpan.FromMinutes(29));
        await client.GetAsync("/desk/account");
        Assert.Equal("/desk/account", client.Path);

        site.Time.Pass(TimeSpan.FromMinutes(29));
        await client.GetAsync("/desk/account");
        Assert.Equal("/desk/account", client.Path);

        site.Time.Pass(TimeSpan.FromMinutes(31));
        await client.GetAsync("/desk/account");
        Assert.StartsWith("/desk/login", client.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BusyForMoreThanTwelveHours_AsksToSignIn()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        for (var i = 0; i < 25; i++)
        {
            site.Time.Pass(TimeSpan.FromMinutes(29));
            await client.GetAsync("/desk/account");
        }

        Assert.StartsWith("/desk/login", client.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SessionEnded_WhatWasTypedIsSentAfterSigningIn()
    {
        await using var site = await TestSite.StartAsync();
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        using var client = await StaffClient.SignInAsync(site, administrator);
        var settings = await client.GetAsync("/desk/settings");
        site.Time.Pass(TimeSpan.FromHours(1));

        var login = await client.SubmitAsync(settings, "[data-settings]", ("school.town", "Жаңы айыл"));
        Assert.Equal(HttpStatusCode.Unauthorized, client.Status);
        Assert.Equal("Мисал айылы", await TownAsync(site));

        var wrong = await client.SubmitAsync(login, "[data-login]", ("login", administrator.Login), ("passphrase", "туура эмес сүйлөм"), ("otp", "123456"));
        var back = await client.SubmitAsync(wrong, "[data-login]",
            ("login", administrator.Login), ("passphrase", administrator.Passphrase), ("otp", administrator.NextCode(site.Time)));
        await client.SubmitAsync(back, "[data-resume]");

        Assert.Equal("/desk/settings?saved=true", client.Path);
        Assert.Equal("Жаңы айыл", await TownAsync(site));
    }

    [Fact]
    public async Task Post_ScansAndSessionEnded_KeepsTheWordsAndAsksForTheScansAgain()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Responsible;
        using var client = await StaffClient.SignInAsync(site, person);
        var form = await client.GetAsync("/desk/paper");
        site.Time.Pass(TimeSpan.FromHours(1));

        var login = await client.UploadAsync(form, "[data-letter]", "files", ("барак.png", Scan()), ("text", "Терилген\r\nкат."), ("slip", ""));
        Assert.Equal(HttpStatusCode.Unauthorized, client.Status);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
        var back = await client.SubmitAsync(login, "[data-login]", ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(site.Time)));
        Assert.Contains("файлдар болсо сакталган жок", back.Body!.TextContent, StringComparison.Ordinal);
        var again = await client.SubmitAsync(back, "[data-resume]");

        // Nothing is registered without its scans.
        Assert.Equal(0, await LettersAsync(site));
        Assert.NotNull(again.QuerySelector("#files-error"));
        Assert.Equal("Терилген\nкат.", again.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);
        var done = await client.UploadAsync(again, "[data-letter]", "files", ("барак.png", Scan()));
        Assert.NotNull(done.QuerySelector("[data-registered]"));
        Assert.Equal(1, await LettersAsync(site));
    }

    [Fact]
    public async Task Post_FormWithoutAChosenFileAndSessionEnded_IsSentAsItIs()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Responsible;
        using var client = await StaffClient.SignInAsync(site, person);
        var form = await client.GetAsync("/desk/paper");
        site.Time.Pass(TimeSpan.FromHours(1));

        var login = await client.UploadAsync(form, "[data-letter]", "files", ("барак.png", []), ("text", "Терилген кат."));
        var back = await client.SubmitAsync(login, "[data-login]", ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(site.Time)));
        var done = await client.SubmitAsync(back, "[data-resume]");

        Assert.NotNull(done.QuerySelector("[data-registered]"));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nүзүлгөн")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"; filename*\r\n\r\nүзүлгөн\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "LONG")]
    public async Task Post_FormThatCannotBeKept_IsAnsweredByTheSignInAlone(string type, string body)
    {
        await using var site = await TestSite.StartAsync();
        var whole = body == "LONG" ? $"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{new string('a', 1024 * 1024 + 1)}\r\n--x--\r\n" : body;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/paper", UriKind.Relative)) { Content = new StringContent(whole) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("Origin", site.Address);

        using var answer = await site.Client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("data-login", page, StringComparison.Ordinal);
        Assert.DoesNotContain("resume:text", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FromAnotherSiteWithoutSession_IsNotKept()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/settings", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("school.town", "Жаңы айыл")]),
        };
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Login_CarriedFormForAnotherSite_IsDropped()
    {
        await using var site = await TestSite.StartAsync();
        using var client = new StaffClient(site.Address);
        var person = site.School.Director;

        var page = await client.SubmitAsync(await client.GetAsync("/desk/login"), "[data-login]",
            ("login", person.Login), ("passphrase", person.Passphrase), ("otp", person.NextCode(site.Time)),
            ("resume-path", "https://evil.example/desk"), ("resume:text", "жазганым"));

        Assert.Null(page.QuerySelector("[data-resume]"));
        Assert.Equal("/desk", client.Path);
    }

    private static byte[] Scan() =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", "texts.png"));

    private static async Task<int> LettersAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<Appeal>().CountAsync();
    }

    private static async Task<string> TownAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return (await db.Set<School>().AsNoTracking().SingleAsync()).Town;
    }
}
