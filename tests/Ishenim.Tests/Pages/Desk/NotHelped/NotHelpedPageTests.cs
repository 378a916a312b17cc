using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.NotHelped;

/// <summary>The writer says on the page that the answer did not help; the desk shows it and considers the letter again.</summary>
public sealed class NotHelpedPageTests
{
    private const string Why = "Терезе дагы эле сынык.";

    [Fact]
    public async Task NotHelped_FromTheWriterToTheChair_IsMarkedAndConsideredAgain()
    {
        await using var site = await TestSite.StartAsync();
        var receipt = await site.School.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var path = await LetterPathAsync(site);
        await director.SubmitAsync(await director.GetAsync(path), "form[action*='handler=answer']", ("answer", "Оңдодук."));
        await director.SubmitAsync(await director.GetAsync(path), "[data-close]", ("closing.outcome", "WellFounded"));

        var said = await (await site.PostAsync("/answer", TestForm.Pairs(("code", receipt.Code.Digits), ("step", "nothelped"), ("why", Why)))).PageAsync();

        Assert.Contains(Why, said.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("айтканыңыз туура чыкты", said.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Null(said.QuerySelector("[value=nothelped]"));
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        Assert.Contains("жооп жардам берген жок", (await chair.GetAsync("/desk")).QuerySelector(".tasks li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Why, (await chair.GetAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        await director.SubmitAsync(await director.GetAsync(path), "[data-again]");
        Assert.Contains("done=again", director.Path, StringComparison.Ordinal);
        Assert.Null((await director.GetAsync(path)).QuerySelector("[data-again], [data-desk]"));
        var after = await (await site.PostAsync("/answer", TestForm.Pairs(("code", receipt.Code.Digits)))).PageAsync();
        Assert.Contains("Катыңыз кайра кароого алынды", after.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("айтканыңыз туура чыкты", after.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotHelped_TooLong_IsToldBesideItsFieldAndKept()
    {
        await using var site = await TestSite.StartAsync();
        var receipt = await site.School.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        await director.SubmitAsync(await director.GetAsync(await LetterPathAsync(site)), "form[action*='handler=answer']", ("answer", "Оңдодук."));
        var typed = new string('ө', site.School.School.Settings.TextCharacters + 1);

        var answer = await site.PostAsync("/answer", TestForm.Pairs(("code", receipt.Code.Digits), ("step", "nothelped"), ("why", typed)));

        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#why-error"));
        Assert.Equal(typed, page.QuerySelector("[name=why]")!.TextContent);
    }

    private static async Task<string> LetterPathAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return $"/desk/appeals/{await db.Set<Appeal>().Select(appeal => appeal.Id).SingleAsync()}";
    }
}
