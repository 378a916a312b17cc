using System.Net;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Absence;

public sealed class AbsencePageTests
{
    [Fact]
    public async Task Absence_NamedGivenAndEnded_StandInReadsAndNoLonger()
    {
        await using var site = await TestSite.StartAsync();
        var member = await site.School.AddAsync("Нурлан Ойдонов", Position.Other, Role.Member);
        var letter = TestSchool.Letter("Ашкана муздак.");
        await site.School.AcceptAsync(letter);
        site.Time.Pass(TimeSpan.FromDays(1));
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var standIn = await StaffClient.SignInAsync(site, member);
        var page = await reader.GetAsync("/desk/absence");

        page = await reader.SubmitAsync(page, "[data-absence]", ("absence.from", "2026-09-16"), ("absence.to", "2026-09-20"), ("absence.by", $"{member.Id.Value}"));
        Assert.Contains("Нурлан Ойдонов", page.QuerySelector("section.sheet")!.TextContent, StringComparison.Ordinal);
        page = await reader.SubmitAsync(page, "[data-older]");
        Assert.Equal("/desk/absence?given=1&withheld=0", reader.Path);
        Assert.Contains("Ашкана муздак.", (await standIn.GetAsync($"/desk/appeals/{letter.Draft.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Айгүл Үлгүева", (await standIn.GetAsync("/desk/absence")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        page = await reader.SubmitAsync(page, "[data-back]");

        Assert.Null(page.QuerySelector("section.sheet"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(standIn, $"/desk/appeals/{letter.Draft.Id}"));
    }

    [Theory]
    [InlineData("absence.from", "2026-09-14", "absence-to")]
    [InlineData("absence.from", "2026-02-30", "absence-from")]
    [InlineData("absence.to", "", "absence-to")]
    [InlineData("absence.by", "", "absence-by")]
    public async Task Post_BadInput_IsToldBesideItsFieldAndNothingIsLost(string field, string value, string control)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        (string Name, string? Value)[] good = [("absence.from", "2026-09-20"), ("absence.to", "2026-09-22"), ("absence.by", $"{site.School.Chair.Id.Value}")];

        var page = await client.SubmitAsync(await client.GetAsync("/desk/absence"), "[data-absence]", [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        foreach (var (name, typed) in good.Where(one => one.Name != field && one.Name != "absence.by"))
            Assert.Equal(typed, page.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<StandIn>().AnyAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }
}
