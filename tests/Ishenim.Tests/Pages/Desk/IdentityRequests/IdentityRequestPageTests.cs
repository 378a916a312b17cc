using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.IdentityRequests;

public sealed class IdentityRequestPageTests
{
    private const string Why = "Ата-энеси менен сүйлөшүү керек.";
    private const string No = "Атын билбей деле текшерсе болот.";

    [Fact]
    public async Task Name_AskedApprovedAndGiven_IsShownToTheExecutorWithAReason()
    {
        await using var site = await TestSite.StartAsync();
        var (letter, executor) = await ForwardAsync(site);
        using var works = await StaffClient.SignInAsync(site, executor);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var asked = await works.SubmitAsync(await works.GetAsync($"/desk/given/{letter}"), "[data-ask-name]", ("why", Why));
        Assert.Equal($"/desk/appeals/{letter}/name?done=asked", works.Path);
        Assert.Contains(Why, asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(asked.QuerySelector("[data-ask-name]"));

        Assert.Contains("/desk/identity-requests", (await chair.GetAsync("/desk")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/identity-requests", (await reader.GetAsync("/desk")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var list = await chair.GetAsync("/desk/identity-requests");
        Assert.Contains(Why, list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(executor.Person.Name, list.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ашкана", list.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(chair, $"/desk/appeals/{letter}/name"));
        Assert.DoesNotContain(Why, (await reader.GetAsync("/desk/identity-requests")).Body!.TextContent, StringComparison.Ordinal);
        await chair.SubmitAsync(list, "[data-approve]");
        Assert.Equal("/desk/identity-requests?done=approved", chair.Path);
        await chair.SubmitAsync(list, "[data-approve]");
        Assert.Equal("/desk/identity-requests?done=gone", chair.Path);

        var toGive = await reader.GetAsync($"/desk/appeals/{letter}");
        Assert.Contains(Why, toGive.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.SubmitAsync(toGive, "[data-give-name]");
        Assert.Equal($"/desk/appeals/{letter}/name?done=given", reader.Path);

        var page = await works.GetAsync($"/desk/appeals/{letter}/name");
        Assert.DoesNotContain("Айнура Мисалова", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await works.SubmitAsync(page, "[data-show-name]", ("reason", "кыска"))).QuerySelector("#reason-error"));
        var shown = await works.SubmitAsync(page, "[data-show-name]", ("reason", Why));
        Assert.Contains("Айнура Мисалова", shown.QuerySelector("#writer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/desk/appeals/{letter}/name", (await works.GetAsync($"/desk/given/{letter}")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_TooShortThenWithAReason_KeepsWhatWasTypedAndTellsWhoAsked()
    {
        await using var site = await TestSite.StartAsync();
        var (letter, executor) = await ForwardAsync(site);
        using var works = await StaffClient.SignInAsync(site, executor);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        var form = await works.SubmitAsync(await works.GetAsync($"/desk/given/{letter}"), "[data-ask-name]", ("why", "кыска"));
        Assert.NotNull(form.QuerySelector("#why-error"));
        Assert.Equal("кыска", form.QuerySelector("textarea[name='why']")!.TextContent.Trim());
        await works.SubmitAsync(form, "[data-ask-name]", ("why", Why));
        var list = await chair.GetAsync("/desk/identity-requests");
        var field = list.QuerySelector("[data-refuse] textarea")!.GetAttribute("name")!;

        var again = await chair.SubmitAsync(list, "[data-refuse]", (field, "жок"));
        Assert.Equal("жок", again.QuerySelector("[data-refuse] textarea")!.TextContent.Trim());
        Assert.NotNull(again.QuerySelector("[data-refuse] [id$='-error']"));
        await chair.SubmitAsync(again, "[data-refuse]", (field, No));

        Assert.Equal("/desk/identity-requests?done=refused", chair.Path);
        var page = await works.GetAsync($"/desk/appeals/{letter}/name");
        Assert.Contains(No, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-ask-name]"));
    }

    [Fact]
    public async Task Ask_NobodyCouldApprove_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        await using var site = await TestSite.StartAsync();
        var (letter, executor) = await ForwardAsync(site, About.Chair);
        using var works = await StaffClient.SignInAsync(site, executor);

        var page = await works.SubmitAsync(await works.GetAsync($"/desk/given/{letter}"), "[data-ask-name]", ("why", Why));

        Assert.Contains("окурманга кайрылыңыз", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Why, page.QuerySelector("textarea[name='why']")!.TextContent.Trim());
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<IdentityRequest>().AnyAsync());
        Assert.False(await db.Set<OutboxMail>().AnyAsync(mail => mail.Notice == Notice.IdentityAsked));
    }

    private static async Task<(AppealId Letter, TestPerson Executor)> ForwardAsync(TestSite site, params About[] about)
    {
        var executor = await site.School.AddAsync("Нурлан Ойдонов", Position.Other, Role.Executor);
        var letter = TestSchool.Letter("Ашкана муздак.", about) with { Identity = new Identity("Айнура Мисалова", "0555 010203") };
        await site.School.AcceptAsync(letter);
        site.Time.Pass(TimeSpan.FromDays(1));
        var (forwarding, actor) = (new LetterForwarding(new AppealDesk(site.School.Database.Gate)), site.School.Responsible.Now(site.School));
        var offer = await forwarding.OfferAsync(actor, letter.Draft.Id);
        await forwarding.ForwardAsync(actor, letter.Draft.Id, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Ашкананы текшерип бериңиз.", DueOn = actor.Today.AddDays(3), WithIdentity = false, Redacted = false, Version = offer!.Version,
        });
        return (letter.Draft.Id, executor);
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }
}
