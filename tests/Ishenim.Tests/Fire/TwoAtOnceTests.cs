using System.Net;
using AngleSharp.Html.Dom;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Two people press a button of the same letter in the same instant: one is done, the other is told and keeps the typing.</summary>
public sealed class TwoAtOnceTests
{
    private const int Rounds = 5;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Submit_TwoInTheSameInstant_OneIsDoneTheOtherKeepsTheTyping(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        for (var round = 0; round < Rounds; round++)
        {
            await site.SendAsync(("text", $"Кат {round}"));
            var path = (await director.GetAsync("/desk/appeals")).QuerySelector("table.fold th a")!.GetAttribute("href")!;

            var classified = await BothAsync(director, responsible, path, "form[action*=classify]", ("kind", "Proposal"));
            Assert.Equal("Proposal", classified.QuerySelector("select[name=kind] option[selected]")!.GetAttribute("value"));
            var answered = await BothAsync(director, responsible, path, "form[action*=answer]", ("answer", "Менин узун жообум."));
            Assert.Equal("Менин узун жообум.", answered.QuerySelector("textarea[name=answer]")!.TextContent.Trim());
            Assert.Single(answered.QuerySelectorAll(".thread .text"), text => text.TextContent.Trim() == "Менин узун жообум.");
            await BothAsync(director, responsible, path, "form[action*=close]", ("closing.outcome", "WellFounded"));
        }
    }

    /// <summary>The page of the one who was refused.</summary>
    private static async Task<IHtmlDocument> BothAsync(StaffClient one, StaffClient other, string path, string form, params (string, string?)[] fields)
    {
        var (first, second) = (await one.GetAsync(path), await other.GetAsync(path));
        var pages = await Task.WhenAll(one.SubmitAsync(first, form, fields), other.SubmitAsync(second, form, fields));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { one.Status, other.Status }.Order());
        var refused = pages[one.Status == HttpStatusCode.Conflict ? 0 : 1];
        Assert.NotNull(refused.QuerySelector("#errors"));
        return refused;
    }
}
