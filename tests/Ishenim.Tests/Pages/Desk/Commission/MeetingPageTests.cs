using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Commission;

/// <summary>A meeting at the desk, from its plan to its end.</summary>
public sealed class MeetingPageTests
{
    [Fact]
    public async Task Meeting_FromPlanToEnd_GoesItemByItem()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        var page = await chair.GetAsync("/desk/commission/meetings/new");
        page = await chair.SubmitAsync(page, "[data-meeting]", ("meeting.place", "12-кабинет"), ("meeting.day", Day(site)), ("meeting.time", "25:70"));
        Assert.NotNull(page.QuerySelector("#meeting-time-error"));
        Assert.Equal("12-кабинет", page.QuerySelector<IHtmlInputElement>("[name='meeting.place']")!.Value);
        page = await chair.SubmitAsync(page, "[data-meeting]", ("meeting.time", "15:10"));
        Assert.Contains("Жыйналыш белгиленди", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("DTSTART:", await InvitationAsync(chair, page), StringComparison.Ordinal);
        page = await chair.SubmitAsync(page, "[data-add]", ("title", ""));
        Assert.NotNull(page.QuerySelector("#title-error"));
        page = await chair.SubmitAsync(page, "[data-add]", ("title", "Ашкананын абалы"));
        Assert.Contains("Ашкананын абалы", page.Body!.TextContent, StringComparison.Ordinal);

        // Nobody is said to be there: beside each member.
        page = await chair.SubmitAsync(page, "[data-begin]", ("begin.time", "00:01"));
        Assert.NotNull(page.QuerySelector(".bad"));
        page = await chair.SubmitAsync(page, "[data-begin]", [("begin.time", "00:01"), .. Came("Present", "Absent", "Absent", "Absent")]);
        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.Contains("Кворум жок: 1 мүчө катышты, кеминде 3 керек", page.Body!.TextContent, StringComparison.Ordinal);
        page = await chair.SubmitAsync(page, "[data-begin]", Came("Present", "Present", "Remote", "Present"));
        Assert.Contains("Жыйналыш башталды", page.Body!.TextContent, StringComparison.Ordinal);

        page = await chair.GetAsync(page.QuerySelector<IHtmlAnchorElement>("main .tasks a.button")!.PathName);
        page = await chair.SubmitAsync(page, "[data-note]", ("heard", "Айгүл маалымат берди."), ("spoke", "Нурлан колдоду."));
        page = await chair.SubmitAsync(page, "[data-vote]", ("vote.for", "көп"), ("vote.against", "0"), ("vote.abstained", "0"));
        Assert.NotNull(page.QuerySelector("#vote-for-error"));
        page = await chair.SubmitAsync(page, "[data-vote]", ("vote.for", "5"));
        Assert.Contains("Добуш 5, бирок добуш бере турган мүчө 4", page.Body!.TextContent, StringComparison.Ordinal);
        page = await chair.SubmitAsync(page, "[data-vote]", ("vote.for", "4"));
        page = await chair.SubmitAsync(page, "[data-decide]", ("decide.text", "Жаңы меш коюлсун"), ("decide.due", Day(site)));
        Assert.Contains("Чечимди ким аткарарын тандаңыз", page.QuerySelector("#decide-owner-error")!.TextContent, StringComparison.Ordinal);
        page = await chair.SubmitAsync(page, "[data-decide]", ("decide.owner", commission.Chair.Id.ToString()));
        Assert.Contains("Чечим жазылды", page.Body!.TextContent, StringComparison.Ordinal);
        page = await chair.SubmitAsync(page, "[data-close]");
        page = await chair.SubmitAsync(page, "[data-end]", ("ended", "00:40"));
        Assert.Contains("Жыйналыш аяктады", page.Body!.TextContent, StringComparison.Ordinal);

        page = await chair.GetAsync("/desk");
        Assert.Contains("Жаңы меш коюлсун", page.Body!.TextContent, StringComparison.Ordinal);
        page = await chair.GetAsync("/desk/commission/decisions");
        page = await chair.SubmitAsync(page, "[data-end]");
        Assert.NotNull(page.QuerySelector(".error"));
        var evidence = page.QuerySelector<IHtmlInputElement>("[name^='evidence-']")!.Name!;
        page = await chair.SubmitAsync(page, "[data-end]", (evidence, "Меш коюлду, сүрөтү бар"));
        Assert.Contains("Меш коюлду, сүрөтү бар", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-end]"));
    }

    [Fact]
    public async Task Election_ByNameInTwoRounds_IsAnnouncedAndTheTitleFollowsThePerson()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.ChangeAsync("""UPDATE "Convocations" SET "Chair" = NULL""");
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = await responsible.SubmitAsync(await responsible.GetAsync("/desk/commission/meetings/new"), "[data-meeting]", ("meeting.place", "12-кабинет"), ("meeting.day", Day(site)), ("meeting.time", "15:10"));
        page = await responsible.SubmitAsync(page, "[data-begin]", [("begin.time", "00:01"), ("begin.leads", site.School.Responsible.Id.ToString()), .. Came("Present", "Present", "Present", "Present")]);
        page = await responsible.GetAsync(page.QuerySelector<IHtmlAnchorElement>("main .tasks a.button")!.PathName);
        page = await responsible.SubmitAsync(page, "[data-names]", [.. Votes(commission.Chair, commission.Chair, commission.Absent, commission.Absent)]);
        Assert.Contains("Эч ким жарымынан көп добуш алган жок", page.Body!.TextContent, StringComparison.Ordinal);
        page = await responsible.SubmitAsync(page, "[data-names]", [.. Votes(commission.Chair, commission.Chair, commission.Chair, commission.Absent)]);
        Assert.Contains("Шайланды: Жылдыз Мисалиева", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-names]"));
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.Equal(commission.Chair.Id, (await db.CommissionAsync())!.Chair);
        Assert.Equal(2, (await db.Set<AgendaItem>().SingleAsync(item => item.Kind == AgendaKind.ElectChair)).Ballots.Count);
    }

    [Fact]
    public async Task Meeting_OrdinaryMember_SeesItAndHasNoForm()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var id = await commission.PlanAsync();
        using var member = await StaffClient.SignInAsync(site, commission.Absent);
        var page = await member.GetAsync($"/desk/commission/meetings/{id}");
        Assert.Contains("12-кабинет", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Empty((await member.GetAsync("/desk/commission/meetings/new")).QuerySelectorAll("main form"));
    }

    private static string Day(TestSite site) => site.School.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (string, string?)[] Came(params string[] presences) =>
        [.. presences.Select((presence, i) => ($"begin.member[{i}].presence", (string?)presence))];

    private static IEnumerable<(string, string?)> Votes(params TestPerson[] forWhom) => forWhom.Select((person, i) => ($"vote.byName[{i}].choice", (string?)person.Id.ToString()));

    private static async Task<string> InvitationAsync(StaffClient client, IHtmlDocument page)
    {
        var path = page.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(link => link.PathName.EndsWith("invitation.ics", StringComparison.Ordinal)).PathName;
        return (await client.GetAsync(path)).Body!.TextContent;
    }
}
