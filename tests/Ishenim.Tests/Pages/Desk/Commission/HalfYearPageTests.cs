using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Ishenim.Tests.Pages.Desk.Commission;

public sealed class HalfYearPageTests
{
    [Fact]
    public async Task HalfYears_EndedShort_AskTheChairAloneAndKeepTheReason()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        await commission.EndedAsync(1, new DateOnly(2026, 9, 14));
        site.Time.Now = new DateTimeOffset(2027, 1, 12, 4, 0, 0, TimeSpan.Zero);
        using (var director = await StaffClient.SignInAsync(site, site.School.Director))
            Assert.Null((await director.GetAsync("/desk/commission/half-years")).QuerySelector("[data-reason]"));
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);

        var page = await chair.SubmitAsync(await chair.GetAsync("/desk/commission/half-years"), "[data-reason]", ("reason", " "));
        Assert.NotNull(page.QuerySelector("#reason-error"));
        page = await chair.SubmitAsync(page, "[data-reason]", ("reason", new string('а', 700)));
        Assert.Equal(700, page.QuerySelector<IHtmlTextAreaElement>("[name='reason']")!.Value.Length);
        page = await chair.SubmitAsync(page, "[data-reason]", ("reason", "Карантин болду."));

        Assert.Equal("/desk/commission/half-years?done=given", chair.Path);
        Assert.Contains("Карантин болду.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Өткөн жыйналыш: 1, керектүүсү: 2", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-reason]"));
    }

    [Fact]
    public async Task HalfYears_NoReasonAskedFor_AnotherPostIsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        site.Time.Now = new DateTimeOffset(2027, 1, 12, 4, 0, 0, TimeSpan.Zero);
        using var chair = await StaffClient.SignInAsync(site, commission.Chair);
        var page = await chair.GetAsync("/desk/commission/half-years");

        page = await chair.SubmitAsync(page, "[data-reason]", ("reason", "Себеп."), ("half", "2"));
        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        await chair.SubmitAsync(page, "[data-reason]", ("reason", "Себеп."), ("half", "3"));
        Assert.Equal(HttpStatusCode.NotFound, chair.Status);
    }
}
