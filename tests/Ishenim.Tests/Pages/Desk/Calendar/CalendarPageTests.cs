using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Calendar;

public sealed class CalendarPageTests
{
    [Fact]
    public async Task Day_AddedAndRemoved_DeadlineMovesAndTheLettersHistorySaysSo()
    {
        await using var site = await TestSite.StartAsync();
        var letter = TestSchool.Letter("Ашкана муздак.");
        await site.School.AcceptAsync(letter);
        site.Time.Pass(TimeSpan.FromDays(1));
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await client.GetAsync("/desk/calendar");
        Assert.Equal("5", Cell(page, 10, 5).FirstChild!.TextContent.Trim());
        Assert.Equal("/desk/appeals?due=2026-10-05", Cell(page, 10, 5).QuerySelector("a")!.GetAttribute("href"));

        page = await client.SubmitAsync(page, "[data-day]", ("day.day", "2026-10-01"), ("day.change", "DayOff"), ("day.name", "Токтом менен дем алыш"));

        Assert.Equal("/desk/calendar?year=2026&moved=1", client.Path);
        Assert.Contains("Токтом менен дем алыш", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("off", Cell(page, 10, 1).ClassList);
        Assert.NotNull(Cell(page, 10, 6).QuerySelector("a"));
        var official = (await client.GetAsync($"/desk/appeals/{letter.Draft.Id}")).Body!.TextContent;
        Assert.Contains("05.10.2026 → 06.10.2026", official, StringComparison.Ordinal);
        Assert.Contains("Календарда күн белгиленди: 01.10.2026", official, StringComparison.Ordinal);
        Assert.Single((await client.GetAsync("/desk/appeals?due=2026-10-06")).QuerySelectorAll("table.fold tbody tr"));
        page = await client.SubmitAsync(page, "[data-remove]", ("remove", "2026-10-01"));
        Assert.Null(page.QuerySelector("[data-remove]"));
        Assert.NotNull(Cell(page, 10, 5).QuerySelector("a"));
    }

    [Theory]
    [InlineData("[data-day]", "day.day", "2026-02-30", "day-day")]
    [InlineData("[data-day]", "day.day", "1799-01-01", "day-day")]
    [InlineData("[data-day]", "day.name", " ", "day-name")]
    [InlineData("[data-day]", "day.change", "NoAit", "day-change")]
    [InlineData("[data-rule]", "rule.value", "0", "rule-value")]
    [InlineData("[data-rule]", "rule.value", "көп", "rule-value")]
    [InlineData("[data-rule]", "rule.from", "", "rule-from")]
    [InlineData("[data-rule]", "rule.ground", "", "rule-ground")]
    public async Task Post_BadInput_IsToldBesideItsFieldAndNothingIsLost(string form, string field, string value, string control)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        (string Name, string? Value)[] good = form == "[data-day]"
            ? [("day.day", "2026-10-01"), ("day.change", "DayOff"), ("day.name", "Дем алыш")]
            : [("rule.kind", "AnswerSigned"), ("rule.value", "10"), ("rule.from", "2026-10-01"), ("rule.ground", "Мыйзам № 1")];

        var page = await client.SubmitAsync(await client.GetAsync("/desk/calendar"), form, [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        foreach (var (name, typed) in good.Where(one => one.Name != field && one.Name is "day.name" or "rule.ground" or "rule.value"))
            Assert.Equal(name == field ? value.Trim() : typed, page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value);
        Assert.Null((await SchoolAsync(site)).CalendarBook);
    }

    [Fact]
    public async Task Rule_FromADayOn_StandsBesideTheOldOneAndPublicPagesPromiseIt()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await client.SubmitAsync(await client.GetAsync("/desk/calendar"), "[data-rule]",
            ("rule.kind", "AnswerAnonymous"), ("rule.value", "20"), ("rule.from", "2026-09-01"), ("rule.ground", "Директордун буйругу № 7"));
        page = await client.SubmitAsync(page, "[data-rule]", ("rule.kind", "Opening"), ("rule.value", "10"), ("rule.from", "2026-09-01"), ("rule.ground", "Буйрук № 8"));

        Assert.Contains("Директордун буйругу № 7", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("№ 67 мыйзам, 8-берене", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("20", (await client.GetAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 күн", (await client.GetAsync("/regulation")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 10, 13), (await site.School.AcceptAsync(TestSchool.Letter("Кат."))).DueOn);
    }

    [Fact]
    public async Task Ait_ExpectedThenAnnouncedADayLater_IsNoLongerExpected()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await client.GetAsync("/desk/calendar?year=2027");
        Assert.StartsWith("9?", Cell(page, 3, 9).TextContent.Trim(), StringComparison.Ordinal);

        page = await client.SubmitAsync(page, "[data-ait]", ("expected", "2027-03-09"), ("announced", "2027-03-10"));

        Assert.Equal((false, true), (Cell(page, 3, 9).ClassList.Contains("off"), Cell(page, 3, 10).ClassList.Contains("off")));
        page = await client.SubmitAsync(page, "[data-ait]", ("expected", "2027-05-16"), ("announced", "2027-05-16"));
        Assert.Null(page.QuerySelector("[data-ait]"));
        Assert.DoesNotContain("?", Cell(page, 5, 16).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Import_OwnExport_ShowsWhatItWouldChangeAndChangesItOnlyThen(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        await client.SubmitAsync(await client.GetAsync("/desk/calendar"), "[data-day]", ("day.day", "2026-10-01"), ("day.name", "Токтом, менен"));
        var file = await ExportAsync(site, site.School.Director);
        await client.SubmitAsync(await client.GetAsync("/desk/calendar"), "[data-remove]", ("remove", "2026-10-01"));

        var plan = await client.UploadAsync(await client.GetAsync("/desk/calendar/import"), "[data-import]", "file", ("к.ics", file));

        Assert.Equal(["01.10.2026"], plan.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Empty((await SchoolAsync(site)).Kept().Days);
        await client.SubmitAsync(plan, "[data-confirm-import]");
        Assert.StartsWith("/desk/calendar?year=2026", client.Path, StringComparison.Ordinal);
        Assert.Equal([("Токтом, менен", new DateOnly(2026, 10, 1))], (await SchoolAsync(site)).Kept().Days.Select(day => (day.Name, day.Day)));
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=YEARLY\nSUMMARY:Күн\nEND:VEVENT\nEND:VCALENDAR", "RRULE")]
    [InlineData("<script>alert(1)</script>", "Сап: 1.")]
    [InlineData(null, "Файлды тандаңыз")]
    public async Task Import_BadFile_IsToldBesideItsField(string? text, string said)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var form = await client.GetAsync("/desk/calendar/import");

        var page = text is null ? await client.SubmitAsync(form, "[data-import]") : await client.UploadAsync(form, "[data-import]", "file", ("к.ics", Encoding.UTF8.GetBytes(text)));

        Assert.Contains(said, page.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-confirm-import]"));
    }

    [Fact]
    public async Task Import_NameWithMarkup_IsShownAsText()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        const string Text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261001\nSUMMARY:</textarea><b data-evil>Күн\nEND:VEVENT\nEND:VCALENDAR";

        var plan = await client.UploadAsync(await client.GetAsync("/desk/calendar/import"), "[data-import]", "file", ("к.ics", Encoding.UTF8.GetBytes(Text)));

        Assert.Null(plan.QuerySelector("[data-evil]"));
        await client.SubmitAsync(plan, "[data-confirm-import]");
        Assert.Equal("</textarea><b data-evil>Күн", Assert.Single((await SchoolAsync(site)).Kept().Days).Name);
    }

    /// <summary>Everybody of the staff sees the days; whoever does not keep the calendar has no form, and a form made up is refused.</summary>
    [Theory]
    [InlineData(Role.Chair)]
    [InlineData(Role.Member)]
    [InlineData(Role.Administrator)]
    public async Task Get_OtherRoles_SeeDaysAndNoForm(Role role)
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        var person = role == Role.Chair ? site.School.Chair : await site.School.AddAsync("Асан Усенов", Position.Other, role);
        using var client = await StaffClient.SignInAsync(site, person);

        var page = await client.GetAsync("/desk/calendar");

        Assert.Equal(12, page.QuerySelectorAll(".year table").Length);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Null(Cell(page, 10, 5).QuerySelector("a"));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var form = (await director.GetAsync("/desk/calendar")).QuerySelector("[data-day]")!.OuterHtml;
        page.QuerySelector("main")!.InnerHtml = form;
        var token = (await client.GetAsync("/desk")).QuerySelector("form.who input[type=hidden]")?.GetAttribute("value");
        await client.SubmitAsync(page, "[data-day]", ("day.day", "2026-10-01"), ("day.name", "Күн"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Null((await SchoolAsync(site)).CalendarBook);
    }

    [Fact]
    public async Task Due_OnPaper_HoldsThisPersonsLettersAndNoWordOfThem()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        await site.School.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        site.Time.Pass(TimeSpan.FromDays(20));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);

        var paper = (await director.GetAsync("/desk/calendar/due")).Body!.TextContent;
        Assert.Contains("2026-1", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Ч-1", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("муздак", paper, StringComparison.Ordinal);
        paper = (await chair.GetAsync("/desk/calendar/due.html")).Body!.TextContent;
        Assert.Contains("2026-Ч-1", paper, StringComparison.Ordinal);
        foreach (var ending in new[] { "pdf", "docx", "xlsx" })
        {
            await director.GetAsync($"/desk/calendar/due.{ending}");
            Assert.Equal(HttpStatusCode.OK, director.Status);
        }
        await director.GetAsync("/desk/calendar/due.exe");
        Assert.Equal(HttpStatusCode.NotFound, director.Status);
    }

    [Theory]
    [InlineData("/desk/calendar?year=1999")]
    [InlineData("/desk/calendar?year=2076")]
    [InlineData("/desk/calendar/1.ics")]
    public async Task Get_YearThatNobodyKnows_IsNotFound(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Director);

        await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, client.Status);
    }

    private static IElement Cell(IHtmlDocument page, int month, int day) => page.QuerySelectorAll(".year table")[month - 1].QuerySelectorAll("td")
        .Single(cell => cell.FirstChild?.TextContent.Trim().TrimEnd('?') == $"{day}");

    private static async Task<byte[]> ExportAsync(TestSite site, TestPerson person)
    {
        using var client = await StaffClient.SignInAsync(site, person);
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = client.Cookies }) { BaseAddress = new Uri(site.Address) };
        using var answer = await http.GetAsync(new Uri("/desk/calendar/2026.ics", UriKind.Relative));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<School> SchoolAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<School>().AsNoTracking().SingleAsync();
    }
}
