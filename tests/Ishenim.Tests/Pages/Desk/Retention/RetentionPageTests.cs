using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Ishenim.Tests.Pages.Desk.Retention;

public sealed class RetentionPageTests
{
    [Fact]
    public async Task PlanAndApprove_TwoPeople_ActIsThereAndTheLettersPageSaysSo()
    {
        await using var site = await TestSite.StartAsync();
        var id = await ClosedLetters.CloseAsync(site.School, "Эски кат.");
        site.Time.Now = site.Time.Now.AddYears(6);
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        Assert.Contains("Сактоо мөөнөтү бүткөн кайрылуу: 1.", (await responsible.GetAsync("/desk")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Сактоо мөөнөтү бүткөн кайрылуу: 1.", (await responsible.GetAsync("/desk/calendar")).Body!.TextContent, StringComparison.Ordinal);
        var page = await responsible.SubmitAsync(await responsible.GetAsync("/desk/retention"), "[data-plan]", Proof(site, site.School.Responsible, "башка сөз"));
        Assert.Equal(HttpStatusCode.Conflict, responsible.Status);
        page = await responsible.SubmitAsync(page, "[data-plan]", Proof(site, site.School.Responsible));
        Assert.Equal("/desk/retention?done=planned", responsible.Path);
        Assert.Null(page.QuerySelector("[data-approve]"));
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);

        page = await chair.SubmitAsync(await chair.GetAsync("/desk/retention"), "[data-approve]", Proof(site, site.School.Chair));

        Assert.Equal("/desk/retention?done=done", chair.Path);
        var act = await chair.GetAsync(page.QuerySelectorAll("a").First(link => link.GetAttribute("href")!.EndsWith("act.html", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("ЖОК КЫЛУУ АКТЫСЫ № 1", act.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-1", act.Body.TextContent, StringComparison.Ordinal);
        var left = await chair.GetAsync($"/desk/appeals/{id}");
        Assert.Equal($"/desk/retention/letters/{id}", chair.Path);
        Assert.Contains("№ 1 акты менен жок кылынган", left.Body!.TextContent, StringComparison.Ordinal);
        var register = await chair.GetAsync("/desk/appeals");
        Assert.NotNull(register.QuerySelector($"a[href='/desk/retention/letters/{id}']"));
    }

    [Fact]
    public async Task Cancel_PlannedList_NothingIsDestroyed()
    {
        await using var site = await TestSite.StartAsync();
        var id = await ClosedLetters.CloseAsync(site.School, "Эски кат.");
        site.Time.Now = site.Time.Now.AddYears(6);
        using var client = await StaffClient.SignInAsync(site, site.School.Responsible);
        var page = await client.SubmitAsync(await client.GetAsync("/desk/retention"), "[data-plan]", Proof(site, site.School.Responsible));

        page = await client.SubmitAsync(page, "[data-cancel-plan]");

        Assert.Equal("/desk/retention?done=cancelled", client.Path);
        Assert.NotNull(page.QuerySelector("[data-plan]"));
        Assert.Contains("Эски кат.", (await client.GetAsync($"/desk/appeals/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_SetAndLifted_IsListedAndReasonStandsInTheHistory()
    {
        await using var site = await TestSite.StartAsync();
        var id = await ClosedLetters.CloseAsync(site.School, "Сот жүргөн кат.");
        using var client = await StaffClient.SignInAsync(site, site.School.Director);
        var form = await client.GetAsync($"/desk/retention/letters/{id}");
        var page = await client.SubmitAsync(form, "[data-hold]", ("hold.kind", "Court"), ("hold.ground", "№ 7 кат"), ("hold.reason", "кыска"));
        Assert.NotNull(page.QuerySelector("#hold-reason-error"));
        Assert.Equal("№ 7 кат", page.QuerySelector<IHtmlInputElement>("[name='hold.ground']")!.Value);

        page = await client.SubmitAsync(page, "[data-hold]", ("hold.kind", "Court"), ("hold.ground", "№ 7 кат"), ("hold.reason", "Соттун талабы боюнча."));

        Assert.Contains("2026-1", (await client.GetAsync("/desk/retention")).QuerySelector("table.fold")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Соттун талабы боюнча.", (await client.GetAsync($"/desk/appeals/{id}")).Body!.TextContent, StringComparison.Ordinal);
        page = await client.SubmitAsync(page, "[data-lift]", ("liftReason", ""));
        Assert.NotNull(page.QuerySelector("#liftreason-error, #liftReason-error"));
        page = await client.SubmitAsync(page, "[data-lift]", ("liftReason", "Сот иши бүттү."));
        Assert.Null(page.QuerySelector("[data-lift]"));
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        await chair.GetAsync($"/desk/retention/letters/{id}");
        Assert.Equal(HttpStatusCode.NotFound, chair.Status);
    }

    private static (string, string?)[] Proof(TestSite site, TestPerson person, string? passphrase = null) =>
        [("proof.passphrase", passphrase ?? person.Passphrase), ("proof.otp", person.NextCode(site.Time))];
}
