using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>The calendar on a phone and on a desk.</summary>
[Trait("Category", "Browser")]
public sealed class CalendarTests
{
    private const string File = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261001\r\nSUMMARY:Өкмөттүн токтому менен дем алыш күнү\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task Import_OnAPhone_ShowsThenSets()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Chromium.PageAsync(site);
        await page.SignInAsync(site, site.School.Responsible);
        await page.GotoAsync("/desk/calendar/import");
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "к.ics", MimeType = "text/calendar", Buffer = System.Text.Encoding.UTF8.GetBytes(File) });
        await page.ClickAsync("[data-import] button");
        await page.Locator("[data-confirm-import] button").WaitForAsync();
        Assert.Contains("01.10.2026", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.ClickAsync("[data-confirm-import] button");

        await page.UntilAsync("location.search.includes('moved=')");
        await using var db = site.Database.Open(site.School.Id);
        Assert.Equal(new DateOnly(2026, 10, 1), Assert.Single((await db.Set<School>().AsNoTracking().SingleAsync()).Kept().Days).Day);
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Calendar_EveryPage_HasNoFaultAndNothingOverflows(string language)
    {
        await using var site = await TestSite.StartAsync();
        await FilledBox.FillAsync(site.School);
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        site.Time.Pass(TimeSpan.FromDays(1));
        var keeping = new CalendarKeeping(site.Database.Gate);
        var director = site.School.Director.Now(site.School);
        await keeping.SetDayAsync(director, new CalendarDay { Day = new(2026, 10, 1), Change = DayChange.DayOff, Name = "Өкмөттүн токтому менен кошумча дем алыш күнү" });
        await keeping.AddRuleAsync(director, new DatedRule { Kind = RuleKind.AnswerSigned, From = new(2026, 9, 1), Value = 10, Ground = "Директордун 2026-жылдын 1-сентябрындагы № 41 буйругу" });
        await keeping.AddRuleAsync(director, new DatedRule { Kind = RuleKind.AnswerSigned, From = new(2027, 9, 1), Value = 14, Ground = "Мыйзам № 5" });
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280, 1920);
        await page.SignInAsync(site, site.School.Responsible);
        foreach (var (path, name) in new[] { ("/desk/calendar", "calendar"), ("/desk/calendar?year=2027", "calendar-expected"), ("/desk/calendar/import", "calendar-import") })
        {
            await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await looks.AtAsync(page, $"{name}-{language}", keepPicture: language == "ky");
        }
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "к.ics", MimeType = "text/calendar", Buffer = System.Text.Encoding.UTF8.GetBytes(File.Replace("1001", "1002", StringComparison.Ordinal)) });
        await page.ClickAsync("[data-import] button");
        await page.Locator("[data-confirm-import] button").WaitForAsync();
        await looks.AtAsync(page, $"calendar-plan-{language}", keepPicture: language == "ky");
        looks.AreGood();
    }
}
