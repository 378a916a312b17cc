using System.Net;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Forwarding;

public sealed class ForwardingPageTests
{
    [Fact]
    public async Task Forward_ReportAndAnswer_ExecutorSeesThisLetterAloneAndOnlyUntilThen()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Нурлан Ойдонов", Position.Other, Role.Executor);
        var (letter, other) = (await AcceptAsync(site, "Ашкана муздак."), await AcceptAsync(site, "Башка кат."));
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var works = await StaffClient.SignInAsync(site, executor);
        var form = await reader.GetAsync($"/desk/appeals/{letter}/forward");

        var page = await reader.SubmitAsync(form, "[data-forward]", ("forward.to", $"{executor.Id.Value}"), ("forward.text", "Ашкананы текшерип бериңиз."), ("forward.due", "2026-09-20"));

        Assert.Equal($"/desk/appeals/{letter}?done=forwarded", reader.Path);
        Assert.Contains("Ашкананы текшерип бериңиз.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/desk/given/{letter}", (await works.GetAsync("/desk")).Body!.InnerHtml, StringComparison.Ordinal);
        var given = await works.GetAsync($"/desk/given/{letter}");
        Assert.Contains("Ашкана муздак.", given.Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { $"/desk/appeals/{letter}", $"/desk/appeals/{letter}/forward", $"/desk/given/{other}", $"/desk/appeals/{other}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(works, path)));
        await works.SubmitAsync(given, "[data-report]", ("report", "Жылыткыч оңдолду."), ("answer", "Ашкана эми жылуу."));
        Assert.Equal("/desk?done=handedback", works.Path);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(works, $"/desk/given/{letter}"));
        var back = (await reader.GetAsync($"/desk/appeals/{letter}")).Body!.TextContent;
        Assert.Contains("Жылыткыч оңдолду.", back, StringComparison.Ordinal);
        Assert.Contains("Ашкана эми жылуу.", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forward_WhomTheLetterIsAbout_IsNotOfferedAndThePageSaysWhy()
    {
        await using var site = await TestSite.StartAsync();
        var teacher = await site.School.AddAsync("Нурлан Ойдонов", Position.Teacher, Role.Executor);
        var letter = await AcceptAsync(site, "Мугалим жөнүндө.", About.Teacher);
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await reader.GetAsync($"/desk/appeals/{letter}/forward");

        Assert.Null(page.QuerySelector($"input[value='{teacher.Id.Value}']"));
        Assert.Contains("Нурлан Ойдонов", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forward.to", null, "forward-to")]
    [InlineData("forward.text", "кыска", "forward-text")]
    [InlineData("forward.due", "2026-09-01", "forward-due")]
    [InlineData("forward.due", "2027-09-01", "forward-due")]
    [InlineData("forward.due", "", "forward-due")]
    public async Task Post_BadInput_IsToldBesideItsFieldAndNothingIsLost(string field, string? value, string control)
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Нурлан Ойдонов", Position.Other, Role.Executor);
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        (string Name, string? Value)[] good = [("forward.to", $"{executor.Id.Value}"), ("forward.text", "Ашкананы текшерип бериңиз."), ("forward.due", "2026-09-20")];

        var page = await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/forward"), "[data-forward]", [.. good.Where(one => one.Name != field), (field, value)]);

        Assert.NotNull(page.QuerySelector($"#{control}-error"));
        if (field != "forward.text")
            Assert.Equal("Ашкананы текшерип бериңиз.", page.QuerySelector("textarea[name='forward.text']")!.TextContent.Trim());
        if (field != "forward.to")
            Assert.True(((IHtmlInputElement)page.QuerySelector($"input[value='{executor.Id.Value}']")!).IsChecked);
        await using var db = site.School.Database.Open(site.School.Id);
        Assert.False(await db.Set<Assignment>().AnyAsync());
    }

    [Fact]
    public async Task Recall_WithAReason_TakesItAway()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Нурлан Ойдонов", Position.Other, Role.Executor);
        var letter = await AcceptAsync(site, "Ашкана муздак.");
        using var reader = await StaffClient.SignInAsync(site, site.School.Responsible);
        using var works = await StaffClient.SignInAsync(site, executor);
        await reader.SubmitAsync(await reader.GetAsync($"/desk/appeals/{letter}/forward"), "[data-forward]",
            ("forward.to", $"{executor.Id.Value}"), ("forward.text", "Ашкананы текшерип бериңиз."), ("forward.due", "2026-09-20"));

        var form = await reader.GetAsync($"/desk/appeals/{letter}/forward");
        Assert.NotNull((await reader.SubmitAsync(form, "[data-recall]", ("why", "жок"))).QuerySelector("#why-error"));
        await reader.SubmitAsync(form, "[data-recall]", ("why", "Башка адамга берилет."));

        Assert.Equal($"/desk/appeals/{letter}?done=recalled", reader.Path);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(works, $"/desk/given/{letter}"));
    }

    private static async Task<AppealId> AcceptAsync(TestSite site, string text, params About[] about)
    {
        var letter = TestSchool.Letter(text, about);
        await site.School.AcceptAsync(letter);
        site.Time.Pass(TimeSpan.FromDays(1));
        return letter.Draft.Id;
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }
}
