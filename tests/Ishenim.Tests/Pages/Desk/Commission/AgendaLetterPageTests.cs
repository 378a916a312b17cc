using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Commission;

/// <summary>A letter on an agenda, for its reader, for members, and for the chair.</summary>
public sealed class AgendaLetterPageTests
{
    private const string Ask = "Ашкана боюнча чечим керек.";

    [Fact]
    public async Task Put_FromTheLettersPage_MemberReadsItAndNothingElseUntilTheyStepBack()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.PlanAsync();
        var (letter, other) = (await AcceptAsync(site, "Ашкана муздак."), await AcceptAsync(site, "Башка кат."));
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var member = await StaffClient.SignInAsync(site, commission.Secretary);
        await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}"), "form[action*='handler=note']", ("note", "Ички белги."));
        Assert.Contains($"/desk/commission/letters/{letter}/put", (await reader.GetAsync($"/desk/appeals/{letter}")).Body!.InnerHtml, StringComparison.Ordinal);

        var page = await PutAsync(reader, letter);

        Assert.Equal($"/desk/appeals/{letter}?done=agenda", reader.Path);
        Assert.Contains(Ask, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await reader.GetAsync($"/desk/commission/letters/{letter}/put")).QuerySelector("[data-put], [data-rest]"));
        var item = $"/desk/commission/items/{await ItemAsync(site, letter)}/letter";
        Assert.Contains(item, (await member.GetAsync("/desk")).Body!.InnerHtml, StringComparison.Ordinal);
        var read = (await member.GetAsync(item)).Body!.TextContent;
        Assert.Contains("Ашкана муздак.", read, StringComparison.Ordinal);
        Assert.Contains(Ask, read, StringComparison.Ordinal);
        Assert.DoesNotContain("Ички белги.", read, StringComparison.Ordinal);
        foreach (var path in new[] { $"/desk/appeals/{letter}", $"/desk/given/{letter}", $"/desk/commission/letters/{letter}/put", $"/desk/appeals/{other}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(member, path)));
        Assert.DoesNotContain(letter.ToString(), (await member.GetAsync("/desk/appeals")).Body!.InnerHtml, StringComparison.Ordinal);
        await reader.GetAsync(item);
        Assert.Equal($"/desk/appeals/{letter}", reader.Path);
        await member.SubmitAsync(await member.GetAsync($"/desk/appeals/{letter}/stepback"), "main form");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(member, item));
    }

    [Fact]
    public async Task Put_NoMeetingIsPlanned_SaysSoAndLeadsToPlanning()
    {
        await using var site = await TestSite.StartAsync();
        await TestMeeting.ConveneAsync(site.School);
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await reader.GetAsync($"/desk/commission/letters/{letter}/put");

        Assert.NotNull(page.QuerySelector("a[href='/desk/commission/meetings/new']"));
        Assert.Null(page.QuerySelector("[data-put]"));
    }

    [Fact]
    public async Task Put_WhomTheLetterIsAbout_IsSaidToItsReaderAlone()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.PlanAsync();
        var letter = await AcceptAsync(site, "Мугалим жөнүндө.", About.Teacher);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var member = await StaffClient.SignInAsync(site, commission.Absent);
        using var kept = await StaffClient.SignInAsync(site, commission.Secretary);

        var page = await reader.GetAsync($"/desk/commission/letters/{letter}/put");
        await PutAsync(reader, letter);

        Assert.Contains("Нурлан Катчыев", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var item = await ItemAsync(site, letter);
        var read = await member.GetAsync($"/desk/commission/items/{item}/letter");
        Assert.Equal(HttpStatusCode.OK, member.Status);
        Assert.DoesNotContain("Нурлан Катчыев", read.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(kept, $"/desk/commission/items/{item}/letter"));
    }

    [Theory]
    [InlineData("put.meeting", null, "put-meeting")]
    [InlineData("put.ask", "кыска", "put-ask")]
    public async Task Put_BadInput_IsToldBesideItsFieldAndNothingIsLost(string field, string? value, string control)
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var (meeting, _) = (await commission.PlanAsync(), await commission.PlanAsync(site.School.Clock.Today.AddDays(20)));
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        (string Name, string? Value)[] good = [("put.meeting", $"{meeting}"), ("put.ask", Ask)];

        var page = await reader.SubmitAsync(await reader.GetAsync($"/desk/commission/letters/{letter}/put"), "[data-put]", [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        if (field != "put.ask")
            Assert.Equal(Ask, page.QuerySelector("textarea[name='put.ask']")!.TextContent.Trim());
        else
            Assert.NotNull(page.QuerySelector($"input[value='{meeting}'][checked]"));
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<AgendaItem>().AnyAsync());
    }

    [Fact]
    public async Task Off_BeforeTheMeeting_MembersLoseIt()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.PlanAsync();
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var member = await StaffClient.SignInAsync(site, commission.Secretary);
        var page = await PutAsync(reader, letter);
        var item = await ItemAsync(site, letter);

        page = await reader.SubmitAsync(page, "[data-off]");

        Assert.Equal($"/desk/appeals/{letter}?done=offagenda", reader.Path);
        Assert.Null(page.QuerySelector("[data-off]"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(member, $"/desk/commission/items/{item}/letter"));
    }

    [Fact]
    public async Task Meeting_MinutesDecisionAndEnd_ReaderAnswersFromTheDecisionAndTheChairEndsAccess()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var meeting = await commission.PlanAsync();
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var secretary = await StaffClient.SignInAsync(site, commission.Secretary);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        await PutAsync(reader, letter);
        var item = await ItemAsync(site, letter);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(secretary, $"/desk/commission/items/{item}/minutes"));
        await commission.HoldAsync(meeting);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, $"/desk/commission/items/{item}/minutes"));
        var form = await secretary.SubmitAsync(await secretary.GetAsync($"/desk/commission/items/{item}/minutes"), "[data-minutes]", ("minutes.heard", ""), ("minutes.spoke", "Ашпозчу айтты."));
        Assert.NotNull(form.QuerySelector("#minutes-heard-error"));
        await secretary.SubmitAsync(form, "[data-minutes]", ("minutes.heard", "Кат окулду."));
        Assert.Equal($"/desk/commission/items/{item}", secretary.Path);
        form = await secretary.SubmitAsync(form, "[data-minutes]", ("minutes.heard", "Дагы бир жолу."));
        Assert.Equal(HttpStatusCode.Conflict, secretary.Status);
        Assert.Equal("Дагы бир жолу.", form.QuerySelector("textarea[name='minutes.heard']")!.TextContent.Trim());
        await DecideAsync(site, meeting, item, commission.Present);
        Assert.Null((await reader.GetAsync($"/desk/appeals/{letter}")).QuerySelector("[data-decision]"));
        await commission.EndAsync(meeting);

        Assert.Contains("Ашпозчу айтты.", (await chair.GetAsync($"/desk/commission/meetings/{meeting}/protocol")).Body!.TextContent, StringComparison.Ordinal);
        var page = await reader.GetAsync($"/desk/appeals/{letter}");
        var button = page.QuerySelector("[data-decision]")!;
        page.QuerySelector("#answer-form form")!.SetAttribute("action", button.GetAttribute("formaction"));
        page = await reader.SubmitAsync(page, "#answer-form form", ("item", button.GetAttribute("value")), ("answer", "Саламатсызбы!"));
        var answer = page.QuerySelector("textarea[name='answer']")!.TextContent.Trim();
        Assert.StartsWith("Саламатсызбы!\n\nКатыңыз комиссиянын жыйналышында каралды", answer, StringComparison.Ordinal);
        Assert.EndsWith("\nМеш коюлсун.", answer, StringComparison.Ordinal);

        Assert.Null((await secretary.GetAsync($"/desk/commission/meetings/{meeting}/access")).QuerySelector("[data-access]"));
        await chair.SubmitAsync(await chair.GetAsync($"/desk/commission/meetings/{meeting}/access"), "[data-access]");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(secretary, $"/desk/commission/items/{item}/letter"));
        Assert.DoesNotContain("Ашпозчу айтты.", (await secretary.GetAsync($"/desk/commission/meetings/{meeting}/protocol")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PutAsync(StaffClient reader, AppealId letter) =>
        await reader.SubmitAsync(await reader.GetAsync($"/desk/commission/letters/{letter}/put"), "[data-put]", ("put.ask", Ask));

    private static async Task<AppealId> AcceptAsync(TestSite site, string text, params About[] about)
    {
        var letter = TestSchool.Letter(text, about);
        await site.School.AcceptAsync(letter);
        return letter.Draft.Id;
    }

    private static async Task<Guid> ItemAsync(TestSite site, AppealId letter)
    {
        await using var db = site.School.Database.Open(site.School.Id);
        return await db.Set<AgendaItem>().Where(item => item.Appeal == letter).Select(item => item.Id).SingleAsync();
    }

    private static async Task DecideAsync(TestSite site, MeetingId meeting, Guid item, TestPerson owner)
    {
        await using var db = site.School.Database.Open(site.School.Id);
        db.Add(new Decision
        {
            School = site.School.Id, Id = Guid.NewGuid(), Meeting = meeting, Item = item, Place = 1, Text = "Меш коюлсун.", Owner = owner.Id, DueOn = site.School.Clock.Today.AddDays(30), State = DecisionState.Open,
        });
        await db.SaveChangesAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }
}
