using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Staff;

namespace Ishenim.Tests.Pages.Desk.Commission;

public sealed class ConvocationPageTests
{
    [Fact]
    public async Task Compose_FromOrderToConvened_SaysWhatIsMissingUntilAllGroupsAreThere()
    {
        await using var site = await TestSite.StartAsync();
        var teacher = await site.School.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await director.GetAsync("/desk/commission");
        Assert.Contains("Комиссия түзүлө элек", page.Body!.TextContent, StringComparison.Ordinal);

        page = await director.SubmitAsync(await director.GetAsync("/desk/commission/convocations/new"), "[data-order]", ("order.number", ""));
        Assert.NotNull(page.QuerySelector("#order-number-error"));
        page = await director.SubmitAsync(page, "[data-order]", ("order.number", "17"));
        Assert.Contains("Администрация, Мугалимдер, Ата-энелердин комитети", page.Body!.TextContent, StringComparison.Ordinal);
        page = await director.SubmitAsync(page, "[data-put]", ("person", ""));
        Assert.NotNull(page.QuerySelector("#person-error"));
        foreach (var (person, group) in new[] { (site.School.Responsible, "Administration"), (teacher, "Teachers"), (site.School.Chair, "Parents") })
        {
            Assert.Null(page.QuerySelector("[data-convene]"));
            page = await director.SubmitAsync(page, "[data-put]", ("person", person.Id.ToString()), ("group", group));
        }
        page = await director.SubmitAsync(page, "[data-convene]");

        Assert.Contains("Комиссиянын курамы бекитилди.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-put]"));
        page = await director.GetAsync("/desk/commission");
        Assert.Contains("Нурлан Мугалимов", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("азырынча шайлана элек", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_LastOfGroup_IsRefusedAndKeepsWhatWasTyped()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var address = $"/desk/commission/convocations/{commission.Convocation}";

        var page = await director.SubmitAsync(await director.GetAsync(address), "[data-leave]", ("leave.person", commission.Secretary.Id.ToString()), ("leave.reason", "Көчүп кетти"));

        Assert.Equal(HttpStatusCode.Conflict, director.Status);
        Assert.Equal("Көчүп кетти", page.QuerySelector<IHtmlInputElement>("[name='leave.reason']")!.Value);
        page = await director.SubmitAsync(page, "[data-leave]", ("leave.successor", site.School.Director.Id.ToString()));
        Assert.Contains("Алмаштырылды", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Көчүп кетти", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convocation_Member_SeesItAndChangesNothing()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        using var member = await StaffClient.SignInAsync(site, commission.Secretary);

        var page = await member.GetAsync($"/desk/commission/convocations/{commission.Convocation}");

        Assert.Contains("төрайым", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.QuerySelector("[data-leave]"));
    }
}
