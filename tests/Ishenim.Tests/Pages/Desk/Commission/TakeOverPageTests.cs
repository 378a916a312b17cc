using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Staff;

namespace Ishenim.Tests.Pages.Desk.Commission;

/// <summary>A commission from paper, and orders on paper, at the desk.</summary>
public sealed class TakeOverPageTests
{
    [Fact]
    public async Task TakeOver_SchoolWithoutCommission_IsOfferedTakenAndOfferedNoMore()
    {
        await using var site = await TestSite.StartAsync();
        var teacher = await site.School.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        Assert.NotNull((await director.GetAsync("/desk/commission")).QuerySelector("a[href$='/desk/commission/take-over']"));
        var page = await director.GetAsync("/desk/commission/take-over");
        Assert.Equal(("0", site.School.Chair.Id.ToString()), (Input(page, "taken.lastProtocol"), Chosen(page, "taken.chair")));
        Assert.Equal("Parents", Chosen(page, GroupOf(page, site.School.Chair)));

        page = await director.SubmitAsync(page, "[data-takeover]", [.. Order(), (GroupOf(page, teacher), "Teachers"), (GroupOf(page, site.School.Responsible), "Administration"), ("taken.lastProtocol", "4")]);

        Assert.Contains("Комиссия кагаздан көчүрүлдү.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("буйругу мектептин папкасында", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='order.pdf']"));
        Assert.Null((await director.GetAsync("/desk/commission")).QuerySelector("a[href$='/desk/commission/take-over']"));
        page = await director.GetAsync("/desk/commission/take-over");
        Assert.Null(page.QuerySelector("[data-takeover]"));
        Assert.Contains("кагаздан биринчи комиссия гана көчүрүлөт", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeOver_WhatIsWrong_IsToldBesideItsFieldAndAllTypedIsKept()
    {
        await using var site = await TestSite.StartAsync();
        var teacher = await site.School.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await director.GetAsync("/desk/commission/take-over");
        var group = GroupOf(page, teacher);

        page = await director.SubmitAsync(page, "[data-takeover]", [.. Order(), (group, "Teachers"), ("taken.chair", ""), ("taken.deputy", site.School.Responsible.Id.ToString()), ("taken.lastProtocol", "көп"), ("order.signedBy", "")]);

        foreach (var field in new[] { "taken-chair", "taken-deputy", "taken-lastProtocol", "order-signedBy" })
            Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.Equal(("41", "Teachers", "көп"), (Input(page, "order.number"), Chosen(page, group), Input(page, "taken.lastProtocol")));

        // A rule refuses above the form, and nothing is lost either.
        page = await director.SubmitAsync(page, "[data-takeover]", [.. Order(), ("taken.chair", site.School.Chair.Id.ToString()), ("taken.deputy", ""), ("taken.lastProtocol", "4"), ("order.signedBy", "Болот Ойлонбаев")]);
        Assert.Equal(HttpStatusCode.Conflict, director.Status);
        Assert.Contains("үч топтон тең адам болсун", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("41", "Teachers", "4"), (Input(page, "order.number"), Chosen(page, group), Input(page, "taken.lastProtocol")));
    }

    [Fact]
    public async Task TakeOver_NotTheAppointer_SeesWhoMay()
    {
        await using var site = await TestSite.StartAsync();
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);

        var page = await chair.GetAsync("/desk/commission/take-over");

        Assert.Null(page.QuerySelector("[data-takeover]"));
        Assert.Contains("директор же жооптуу адам гана", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await chair.GetAsync("/desk/commission")).QuerySelector("a[href$='/desk/commission/take-over']"));
    }

    [Fact]
    public async Task Order_ComposedThenConvened_IsADraftThenFrozenInEveryFormat()
    {
        await using var site = await TestSite.StartAsync();
        var teacher = await site.School.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await director.SubmitAsync(await director.GetAsync("/desk/commission/convocations/new"), "[data-order]", ("order.number", "41"));
        var order = director.Path + "/order";
        foreach (var (person, group) in new[] { (site.School.Responsible, "Administration"), (teacher, "Teachers"), (site.School.Chair, "Parents") })
            page = await director.SubmitAsync(page, "[data-put]", ("person", person.Id.ToString()), ("group", group));
        order = order.Split('?')[0];
        var draft = (await director.GetAsync(order + ".html")).Body!.TextContent;
        Assert.Contains("Долбоор", draft, StringComparison.Ordinal);
        Assert.Contains("мугалимдерден: Нурлан Мугалимов — сыноочу;", draft, StringComparison.Ordinal);

        page = await director.SubmitAsync(page, "[data-convene]");

        Assert.NotNull(page.QuerySelector("a[href$='order.pdf']"));
        var frozen = (await director.GetAsync(order + ".html")).Body!.TextContent;
        Assert.DoesNotContain("Долбоор", frozen, StringComparison.Ordinal);
        Assert.Contains("БУЙРУК № 41", frozen, StringComparison.Ordinal);
        Assert.Contains("Журналдын изи", frozen, StringComparison.Ordinal);
        foreach (var (ending, expected) in new[] { ("docx", HttpStatusCode.OK), ("pdf", HttpStatusCode.OK), ("exe", HttpStatusCode.NotFound) })
        {
            await director.GetAsync($"{order}.{ending}");
            Assert.Equal(expected, director.Status);
        }
        await director.GetAsync($"/desk/commission/convocations/{Guid.NewGuid()}/order.html");
        Assert.Equal(HttpStatusCode.NotFound, director.Status);
    }

    [Fact]
    public async Task Convocation_GroupOfWhomTheLastLeftTheSchool_WarnsAndIsFilled()
    {
        await using var site = await TestSite.StartAsync();
        var commission = await TestMeeting.ConveneAsync(site.School);
        var next = await site.School.AddAsync("Асел Кийинкиева", Position.Teacher);
        var administrator = await site.School.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        await new SteppingDown(site.School.Database.Gate).StepDownAsync(commission.Secretary.Now(site.School));
        await new Core.Staff.People(site.School.Database.Gate).LeaveAsync(administrator.Now(site.School), commission.Secretary.Id);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        const string Warning = "эч ким калган жок: Мугалимдер";
        Assert.Contains(Warning, (await director.GetAsync("/desk/commission")).Body!.TextContent, StringComparison.Ordinal);

        var page = await director.GetAsync($"/desk/commission/convocations/{commission.Convocation}");
        Assert.Contains(Warning, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Мектептен кетти.", page.Body.TextContent, StringComparison.Ordinal);
        page = await director.SubmitAsync(page, "[data-fill]", ("person", ""));
        Assert.NotNull(page.QuerySelector("#person-error"));
        page = await director.SubmitAsync(page, "[data-fill]", ("person", next.Id.ToString()), ("group", "Teachers"));

        Assert.DoesNotContain(Warning, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Асел Кийинкиева", page.Body.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string? Value)> Order() =>
        [("order.number", "41"), ("order.day", "2026-09-03"), ("order.from", "2026-09-03"), ("order.until", "2027-09-03"), ("order.firstMeetingOn", "2026-09-10")];

    private static string GroupOf(IHtmlDocument page, TestPerson person) =>
        page.QuerySelector<IHtmlInputElement>($"input[value='{person.Id}'][name$='.person']")!.Name!.Replace(".person", ".group", StringComparison.Ordinal);

    private static string Input(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;

    private static string? Chosen(IHtmlDocument page, string name) => page.QuerySelector<IHtmlSelectElement>($"[name='{name}']")!.Value;
}
