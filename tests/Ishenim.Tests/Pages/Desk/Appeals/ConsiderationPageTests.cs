using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Appeals;

/// <summary>A letter's official life on the desk's page, and what its writer reads of it.</summary>
public sealed class ConsiderationPageTests
{
    private const string Why = "Комиссия дагы бир жолу текшерет.";

    [Fact]
    public async Task Consideration_ExtendedMeasuredClosedReopened_WriterReadsEachStepAndNoRecord()
    {
        await using var site = await TestSite.StartAsync();
        var receipt = await site.School.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(site);
        var until = (await client.GetAsync(path)).QuerySelector("[data-extend] .hint")!.TextContent;
        Assert.Contains("2026", until, StringComparison.Ordinal);

        await client.SubmitAsync(await client.GetAsync(path), "[data-extend]", ("until", Iso(await LatestAsync(site))), ("extendReason", Why));
        Assert.Contains("done=extended", client.Path, StringComparison.Ordinal);
        await client.SubmitAsync(await client.GetAsync(path), "[data-measure]", ("measure.text", "Жаңы айнек салынды."), ("measure.by", "Завхоз"), ("measure.kind", "Repair"));
        Assert.Contains("done=measured", client.Path, StringComparison.Ordinal);
        await client.SubmitAsync(await client.GetAsync(path), "form[action*='handler=answer']", ("answer", "Оңдодук."));
        await client.SubmitAsync(await client.GetAsync(path), "[data-close]", ("closing.outcome", "WellFounded"), ("closing.lesson", "Күзүндө текшеребиз."));
        Assert.Contains("done=closed", client.Path, StringComparison.Ordinal);
        var reopened = await client.SubmitAsync(await client.GetAsync(path), "[data-reopen]", ("reopenReason", "Айнек кайра сынды, дагы карайбыз."));

        Assert.Contains("Жаңы айнек салынды.", reopened.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Күзүндө текшеребиз.", reopened.Body.TextContent, StringComparison.Ordinal);
        var read = await AnswerAsync(site, receipt.Code.Digits);
        Assert.Contains(Why, read, StringComparison.Ordinal);
        Assert.Contains("Айнек кайра сынды", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Жаңы айнек салынды.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Күзүндө текшеребиз.", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[data-extend]", "until", "2026-09-01", "extendReason", Why, "#errors")]
    [InlineData("[data-extend]", "until", "", "extendReason", Why, "#until-error")]
    [InlineData("[data-extend]", "until", "2026-09-25", "extendReason", "жок", "#extendReason-error")]
    [InlineData("[data-measure]", "measure.text", "", "measure.by", "Завхоз", "#measure-text-error")]
    [InlineData("[data-measure]", "measure.on", "2027-01-01", "measure.text", "Эртеңки иш.", "#measure-on-error")]
    [InlineData("[data-cancel]", "cancelReason", "жок", "cancelGround", "Test", "#cancelReason-error")]
    [InlineData("[data-cancel]", "cancelGround", "77", "cancelReason", Why, "#cancelGround-error")]
    public async Task Consideration_BadInput_IsToldAndKept(string form, string name, string value, string other, string kept, string told)
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await client.SubmitAsync(await client.GetAsync(await LetterPathAsync(site)), form, (name, value), (other, kept));

        Assert.NotNull(page.QuerySelector(told));
        Assert.Equal(kept, page.QuerySelector($"{form} [name='{other}']") switch
        {
            IHtmlTextAreaElement area => area.Value.Trim(),
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        });
    }

    [Fact]
    public async Task Closing_WithoutOutcomeOrGround_IsToldBesideItsField()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Кат."));
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var path = await LetterPathAsync(site);
        await client.SubmitAsync(await client.GetAsync(path), "form[action*='handler=answer']", ("answer", "Жооп."));

        var none = await client.SubmitAsync(await client.GetAsync(path), "[data-close]", ("closing.lesson", "Сабак."));
        var groundless = await client.SubmitAsync(none, "[data-close]", ("closing.outcome", "WithoutConsideration"));

        Assert.NotNull(none.QuerySelector("#closing-outcome-error"));
        Assert.NotNull(groundless.QuerySelector("#closing-without-error"));
        Assert.Equal("Сабак.", groundless.QuerySelector<IHtmlTextAreaElement>("[name='closing.lesson']")!.Value.Trim());
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<DateOnly> LatestAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return Core.Appeals.Consideration.Extending.Latest(site.School.School, (await db.Set<Appeal>().SingleAsync()).Facts!);
    }

    private static async Task<string> LetterPathAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return $"/desk/appeals/{await db.Set<Appeal>().Select(appeal => appeal.Id).SingleAsync()}";
    }

    private static async Task<string> AnswerAsync(TestSite site, string code)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("code", code)]);
        using var answer = await site.Client.PostAsync(new Uri("/answer", UriKind.Relative), form);
        return await answer.Content.ReadAsStringAsync();
    }
}
