using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Openings;

public sealed class OpeningPageTests
{
    [Fact]
    public async Task Opening_TwoLettersAndAJoke_IsRegisteredReconciledAndFinished()
    {
        await using var site = await SiteAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var opening = await BeginAsync(site, client);
        opening = await client.SubmitAsync(opening, "[data-count-form]", ("letters", "3"), ("sheets", "4"));
        var path = client.Path.Split('?')[0];
        var registered = await RegisterAsync(client, path, ("text", "Ашкана муздак."), ("kind", "complaint"), ("sheets", "2"));
        Assert.Contains("2026-1", registered.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await RegisterAsync(client, path, ("closed", "true"), ("about", "director"));
        opening = await client.SubmitAsync(await client.GetAsync(path), "[data-aside]", ("reason", "Joke"));
        Assert.NotNull(opening.QuerySelector("[data-finish]"));
        await site.SetAsync(settings => settings with { RegulationOn = new DateOnly(2025, 9, 1), OrderNumber = "17", OrderOn = new DateOnly(2026, 8, 28) });
        await client.SubmitAsync(opening, "[data-finish]", ("sealAfter", "П-2"));
        // What is set later changes no act.
        await site.SetAsync(settings => settings with { OrderNumber = "18" });

        Assert.Equal($"{path}?done=finished", client.Path);
        var act = (await client.GetAsync(path + "/act.html")).Body!.TextContent;
        Assert.Contains("бекитилген күнү: 01.09.2025", act, StringComparison.Ordinal);
        Assert.Contains("№ 17, 28.08.2026", act, StringComparison.Ordinal);
        await using var db = site.Database.Open(site.School.Id);
        var row = await db.Set<Opening>().SingleAsync();
        Assert.Equal((1, 1, "П-2"), (row.Number!.Value, row.ActNumber!.Value, row.SealAfter));
        Assert.Equal([true, false], await db.Set<Appeal>().OrderBy(appeal => appeal.RegisterPlace == null ? 0 : 1).Select(appeal => appeal.Restricted).ToListAsync());
        // The closed envelope about the director: neither its number nor its kind stands anywhere on act or page.
        foreach (var shown in new[] { path, path + "/act.html", "/desk/openings/journal.html?year=2026" })
            Assert.DoesNotContain("Ч-1", (await client.GetAsync(shown)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_BadInput_IsToldBesideItsFieldAndNothingIsLost()
    {
        await using var site = await SiteAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var page = await client.SubmitAsync(await client.GetAsync("/desk/openings/new"), "[data-opening]",
            ("opening.guest[0].name", "Сезим Мисалова"), ("opening.day", "2026-09-16"), ("opening.time", "25:00"), ("opening.state", "damaged"));
        foreach (var field in new[] { "opening-time", "opening-damage", "opening-facing", "opening-guest-0--post" })
            Assert.NotNull(page.QuerySelector($"#{field}-error"));
        page = await client.SubmitAsync(page, "[data-opening]", ("opening.time", "09:30"), ("opening.state", "whole"), ("opening.facing", "nothing"), ("opening.guest[0].post", "ата-эне"));
        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Contains("келе элек", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Сезим Мисалова", page.QuerySelector<IHtmlInputElement>("[name='opening.guest[0].name']")!.Value);
        var opening = await BeginAsync(site, client);
        foreach (var (letters, sheets) in new[] { ("-1", "1"), ("көп", "1"), ("3", "2"), ("0", "1") })
            Assert.NotNull((opening = await client.SubmitAsync(opening, "[data-count-form]", ("letters", letters), ("sheets", sheets))).QuerySelector(".error"));
        opening = await client.SubmitAsync(opening, "[data-count-form]", ("letters", "1"), ("sheets", "1"));
        var path = client.Path.Split('?')[0];
        Assert.NotNull((await client.SubmitAsync(opening, "[data-aside]")).QuerySelector("#reason-error"));
        Assert.NotNull((await RegisterAsync(client, path, ("text", ""))).QuerySelector("#text-error"));
        Assert.NotNull((await RegisterAsync(client, path, ("closed", "true"))).QuerySelector("#about-error"));
        await RegisterAsync(client, path, ("text", "Кат."));
        // More letters than were found.
        var more = await client.SubmitAsync(await client.GetAsync(path + "/letter"), "[data-letter]", ("text", "Ашык кат."));
        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        Assert.Equal("Ашык кат.", more.QuerySelector<IHtmlTextAreaElement>("[name='text']")!.Value);
        Assert.NotNull((await client.SubmitAsync(await client.GetAsync(path), "[data-finish]", ("sealAfter", " "))).QuerySelector("#sealAfter-error"));
    }

    [Fact]
    public async Task Opening_Empty_IsWrittenToTheJournalWithoutAnAct()
    {
        await using var site = await SiteAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);

        var opening = await client.SubmitAsync(await BeginAsync(site, client), "[data-count-form]", ("letters", "0"), ("sheets", "0"));
        var finished = await client.SubmitAsync(opening, "[data-finish]", ("sealAfter", "П-2"));

        Assert.Contains("акт түзүлбөйт", finished.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await StatusAsync(client, client.Path.Split('?')[0] + "/act.pdf")));
        Assert.Contains("түзүлгөн жок", (await client.GetAsync("/desk/openings")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_ClosedEnvelope_SaysNeitherSignedNorAnonymous()
    {
        await using var site = await SiteAsync();
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        await client.SubmitAsync(await BeginAsync(site, client), "[data-count-form]", ("letters", "1"), ("sheets", "1"));
        var path = client.Path.Split('?')[0];
        await RegisterAsync(client, path, ("closed", "true"), ("about", "teacher"));
        await client.SubmitAsync(await client.GetAsync(path), "[data-finish]", ("sealAfter", "П-2"));

        var act = await client.GetAsync(path + "/act.html");

        Assert.Contains("кол коюлганы — 0, анонимдүүсү — 0", act.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "жабык конверт", "—", "1", "2026-1", ""], act.QuerySelectorAll(".ruled td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Opening_ScanAndCorrection_StandBesideTheAct()
    {
        await using var site = await SiteAsync();
        var box = await FilledBox.FillAsync(site.School, site.School.Director.Id);
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var before = (await client.GetAsync($"/desk/openings/{box.Finished}/act.html")).QuerySelector("main, body")!.TextContent;

        var page = await client.SubmitAsync(await client.GetAsync($"/desk/openings/{box.Finished}"), "[data-correct]", ("text", "Эки барак болгон."));

        Assert.Contains("Эки барак болгон.", page.Body!.TextContent, StringComparison.Ordinal);
        site.Time.Pass(TimeSpan.FromDays(400));
        using var later = await StaffClient.SignInAsync(site, site.School.Responsible);
        var after = (await later.GetAsync($"/desk/openings/{box.Finished}/act.html")).QuerySelector("main, body")!.TextContent;
        Assert.Contains("Эки барак болгон.", after, StringComparison.Ordinal);
        foreach (var word in before.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(word, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_OverdueAndLeftOpen_AreAlarmsOfTheResponsiblePersonAndTheDirector()
    {
        await using var site = await SiteAsync();
        using (var client = await StaffClient.SignInAsync(site, site.School.Responsible))
            await BeginAsync(site, client);
        site.Time.Pass(TimeSpan.FromDays(2));

        foreach (var (person, alarmed) in new[] { (site.School.Responsible, true), (site.School.Director, true), (site.School.Chair, false) })
        {
            using var client = await StaffClient.SignInAsync(site, person);
            var today = (await client.GetAsync("/desk")).Body!.TextContent;
            Assert.Equal(alarmed, today.Contains("мөөнөтү өттү", StringComparison.Ordinal));
            Assert.Equal(alarmed, today.Contains("Ачылыш бүтө элек", StringComparison.Ordinal));
            Assert.Contains("Кутуча № 1", today, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fingerprint_OfAPrintedAct_IsFoundWithItsLineAndDay()
    {
        await using var site = await SiteAsync();
        var box = await FilledBox.FillAsync(site.School, site.School.Director.Id);
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var print = await FingerprintAsync(site, box.Finished);
        Assert.Contains(print, (await client.GetAsync($"/desk/openings/{box.Finished}/act.html")).DocumentElement.OuterHtml, StringComparison.Ordinal);

        Assert.Contains("15‑сентябрь", (await client.GetAsync("/desk/journal/fingerprint?print=" + print)).QuerySelector(".notice.success")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await client.GetAsync("/desk/journal/fingerprint?print=" + print[..^1] + (print[^1] == '0' ? '1' : '0'))).QuerySelector(".notice.urgent"));
        Assert.NotNull((await client.GetAsync("/desk/journal/fingerprint?print=АБВ")).QuerySelector("#print-error"));
    }

    [Theory]
    [InlineData("act")]
    [InlineData("key")]
    [InlineData("journal")]
    [InlineData("blank")]
    public async Task Papers_EveryEnding_AreGiven(string which)
    {
        await using var site = await SiteAsync();
        var box = await FilledBox.FillAsync(site.School, site.School.Director.Id);
        using var client = await StaffClient.SignInAsync(site, site.School.Chair);
        var path = which switch
        {
            "act" => $"/desk/openings/{box.Finished}/act.{{0}}",
            "key" => $"/desk/boxes/keys/{box.Custody}/paper.{{0}}",
            "journal" => "/desk/openings/journal.{0}?year=2026",
            _ => "/desk/openings/journal.{0}?blank=true",
        };

        foreach (var ending in new[] { "html", "docx", which is "journal" or "blank" ? "xlsx" : "pdf" })
            Assert.Equal((ending, HttpStatusCode.OK), (ending, await StatusAsync(client, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, ending))));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, "exe")));
    }

    private static async Task<string> FingerprintAsync(TestSite site, OpeningId opening)
    {
        await using var db = site.Database.Open(site.School.Id);
        return (await db.FingerprintAsync(await db.Set<FrozenForm>().SingleAsync(form => form.Of == opening.Value && form.Kind == FormKind.Act))).ToString();
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client, string path)
    {
        await client.GetAsync(path);
        return client.Status;
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        await new BoxKeeping(site.Database.Gate).AddAsync(
            site.School.Responsible.Now(site.School), new BoxInput { Place = "А блогу", Seal = "П-1" }, new DateOnly(2026, 9, 1));
        return site;
    }

    private static async Task<IHtmlDocument> BeginAsync(TestSite site, StaffClient client)
    {
        var page = await client.GetAsync("/desk/openings/new");
        // Checkboxes of one name: those of the form stand there, more are added by guests.
        return await client.SubmitAsync(page, "[data-opening]",
            ("opening.present", site.School.Responsible.Id.ToString()), ("opening.guest[0].name", "Сезим Мисалова"), ("opening.guest[0].post", "ата-эне"), ("opening.guest[0].member", "true"),
            ("opening.guest[1].name", "Данияр Мүчөев"), ("opening.guest[1].post", "мугалим"), ("opening.guest[1].member", "true"),
            ("opening.state", "whole"), ("opening.facing", "nothing"));
    }

    private static async Task<IHtmlDocument> RegisterAsync(StaffClient client, string path, params (string Name, string? Value)[] fields) =>
        await client.SubmitAsync(await client.GetAsync(path + "/letter"), "[data-letter]", fields);
}
