using Ishenim.Core.Staff;
using Microsoft.Playwright;

namespace Ishenim.Tests.Browser;

/// <summary>A letter's way from the writer's phone over reader and executor to its end, each in a real browser of their own.</summary>
[Trait("Category", "Browser")]
public sealed class ThreeRolesTests
{
    private const string Letter = "Спортзалдын терезеси сынык, балдар үшүп жатат.";
    private const string Report = "Айнек орнотулду, эсеп-кысабы бухгалтерияда.";
    private const string Answer = "Терезеге жаңы айнек орнотулду. Айтканыңыз үчүн рахмат!";

    [Fact]
    public async Task Letter_ForwardedReportedAnsweredAndClosed_EachRoleSeesTheirsAlone()
    {
        await using var site = await TestSite.StartAsync();
        var executor = await site.School.AddAsync("Бакыт Үлгүев", Core.Staff.Position.Other, Role.Executor);
        var writer = await Chromium.PageAsync(site, script: false);
        var code = await WriteAsync(writer);
        var (reader, works) = (await Chromium.PageAsync(site, 1280), await Chromium.PageAsync(site));
        await reader.SignInAsync(site, site.School.Responsible);
        await works.SignInAsync(site, executor);

        var letter = await TakeUpAsync(reader);
        await ForwardAsync(reader, letter, executor);
        await ReportAsync(works);
        await AnswerAndCloseAsync(reader, letter);

        await works.GotoAsync(letter.Replace("/desk/appeals/", "/desk/given/", StringComparison.Ordinal));
        Assert.DoesNotContain(Letter, await works.ContentAsync(), StringComparison.Ordinal);
        var seen = await ReadAsync(writer, code);
        Assert.Contains(Answer, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Үлгүев", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Report, seen, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(IPage writer)
    {
        await writer.GotoAsync("/write");
        await writer.FillAsync("[name=text]", Letter);
        await writer.CheckAsync("[name=about][value=nobody]");
        await writer.ClickAsync("button[value=send]");
        return await writer.InnerTextAsync("output#receipt");
    }

    private static async Task<string> TakeUpAsync(IPage reader)
    {
        await reader.GotoAsync("/desk");
        await reader.ClickAsync("ul.tasks a[href*='/desk/appeals/']");
        await reader.ClickAsync("form[action*=takeup] button");
        await reader.ArrivedAsync("done=taken");
        Assert.Contains(Letter, await reader.InnerTextAsync("main"), StringComparison.Ordinal);
        return new Uri(reader.Url).AbsolutePath;
    }

    private static async Task ForwardAsync(IPage reader, string letter, TestPerson executor)
    {
        await reader.GotoAsync(letter + "/forward");
        await reader.CheckAsync($"input[value='{executor.Id.Value}']");
        await reader.FillAsync("[name='forward.text']", "Терезени карап, жыйынтыгын жазып бериңиз.");
        await Axe.IsSatisfiedAsync(reader);
        await reader.ClickAsync("[data-forward] button");
        await reader.ArrivedAsync("done=forwarded");
    }

    private static async Task ReportAsync(IPage works)
    {
        await works.GotoAsync("/desk");
        await works.ClickAsync("a[href*='/desk/given/']");
        await works.WaitForSelectorAsync("[data-report]");
        Assert.Contains(Letter, await works.InnerTextAsync("main"), StringComparison.Ordinal);
        await works.FillAsync("[name=report]", Report);
        await works.FillAsync("[name=answer]", Answer);
        await works.ClickAsync("[data-report] button");
        await works.ArrivedAsync("done=handedback");
    }

    private static async Task AnswerAndCloseAsync(IPage reader, string letter)
    {
        await reader.GotoAsync(letter);
        Assert.Contains(Report, await reader.InnerTextAsync("main"), StringComparison.Ordinal);
        await reader.FillAsync("[name=answer]", Answer);
        await reader.ClickAsync("#answer-form button.button:not(.second)");
        await reader.ArrivedAsync("done=answered");
        await reader.ClickAsync("details:has([data-close]) > summary");
        await reader.SelectOptionAsync("[name='closing.outcome']", "WellFounded");
        await reader.ClickAsync("[data-close] button");
        await reader.ArrivedAsync("done=closed");
    }

    private static async Task<string> ReadAsync(IPage writer, string code)
    {
        await writer.GotoAsync("/answer");
        await writer.FillAsync("[name=code]", code);
        await writer.ClickAsync("main form button:not([name=step])");
        await writer.WaitForSelectorAsync(".state");
        await writer.PictureAsync("three-roles-writer");
        return await writer.InnerTextAsync("main");
    }
}
