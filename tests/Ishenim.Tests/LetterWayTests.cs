using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests;

/// <summary>The way of a letter over HTTP, from the writer's page to the desk and back, on each database.</summary>
public sealed class LetterWayTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Letter_WrittenReadAnsweredAndClosed_BothSidesSeeEachStep(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var sent = await site.PostAsync("/write", TestForm.Parts(
            ("text", "Ашкана муздак."), ("kind", "complaint"), ("about", "nobody"), ("files", ("сүрөт.txt", "файлдын ичи"u8.ToArray()))));
        var code = (await sent.PageAsync()).GetElementById("receipt")!.TextContent;
        using var staff = await StaffClient.SignInAsync(site, site.School.Responsible);

        var letter = await OpenAsync(staff);
        Assert.Equal(["Ашкана муздак."], Texts(letter));
        var file = letter.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        Assert.Equal("файлдын ичи", (await staff.GetAsync(file)).Body!.TextContent);
        await staff.SubmitAsync(letter, "form[action*=takeup]");
        await staff.SubmitAsync(await OpenAsync(staff), "form[action*=note]", ("note", "Завхозго айтылды."));
        await staff.SubmitAsync(await OpenAsync(staff), "form[action*=answer]", ("answer", "Жылытып беребиз."));

        var thread = await site.PostAsync("/answer", TestForm.Parts(("code", code), ("text", "Рахмат, күтөбүз.")));
        Assert.Equal(["Ашкана муздак.", "Жылытып беребиз.", "Рахмат, күтөбүз."], Texts(await thread.PageAsync()));

        var answered = await OpenAsync(staff);
        Assert.Equal(["Ашкана муздак.", "Жылытып беребиз.", "Рахмат, күтөбүз."], Texts(answered));
        await staff.SubmitAsync(answered, "form[action*=close]", ("closing.outcome", "WellFounded"));

        var last = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Contains("каралып бүттү", last.QuerySelector(".state")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Завхозго", last.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> OpenAsync(StaffClient staff) =>
        await staff.GetAsync(await Pages.Desk.Appeals.AppealPageTests.LetterPathAsync(staff));

    private static IEnumerable<string> Texts(IDocument page) => page.QuerySelectorAll(".thread .text").Select(text => text.TextContent.Trim());
}
