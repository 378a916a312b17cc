using System.Net;

namespace Ishenim.Tests.Pages.Desk.Recusal;

/// <summary>A reader says that a letter is about somebody else, too.</summary>
public sealed class AboutPageTests
{
    [Fact]
    public async Task About_ColleagueThenOneself_TakesTheLetterFromBothAndTheChairReadsWhy()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Ачкыч кимде?"));
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var letter = (await director.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;
        var about = (await director.GetAsync(letter)).QuerySelector("a[href$='/about']")!.GetAttribute("href")!;

        var none = await director.SubmitAsync(await director.GetAsync(about), "[data-widen]");
        Assert.NotNull(none.QuerySelector("#groups-error"));
        await director.SubmitAsync(none, "[data-widen]", ("groups", "Responsible"));
        Assert.Contains("done=widened", director.Path, StringComparison.Ordinal);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        await responsible.GetAsync(letter);
        Assert.Equal(HttpStatusCode.NotFound, responsible.Status);

        var asked = await director.SubmitAsync(await director.GetAsync(about), "[data-widen]", ("groups", "Director"));
        Assert.NotNull(asked.QuerySelector("#leave-error"));
        Assert.NotNull(asked.QuerySelector("input[value=Director][checked]"));
        await director.SubmitAsync(asked, "[data-widen]", ("leave", "true"));

        Assert.StartsWith("/desk?done=stepped", director.Path, StringComparison.Ordinal);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        var read = (await chair.GetAsync(letter)).Body!.TextContent;
        Assert.Contains("Ачкыч кимде?", read, StringComparison.Ordinal);
        Assert.Contains(site.School.Responsible.Person.Name + " —", read, StringComparison.Ordinal);
        Assert.Contains(site.School.Director.Person.Name + " —", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_NobodyLeft_IsToldWhatToDoAndKeepsWhatWasChosen()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", Core.Appeals.About.Director));
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        var letter = (await chair.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;

        var asked = await chair.SubmitAsync(await chair.GetAsync(letter + "/about"), "[data-widen]", ("groups", "Chair"));
        var refused = await chair.SubmitAsync(asked, "[data-widen]", ("leave", "true"));

        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.Contains("конвертте", refused.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector("input[value=Chair][checked]"));
        await chair.GetAsync(letter);
        Assert.Equal(HttpStatusCode.OK, chair.Status);
    }
}
