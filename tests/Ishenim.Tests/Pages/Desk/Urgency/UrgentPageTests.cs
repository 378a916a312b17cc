using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ishenim.Tests.Pages.Desk.Urgency;

/// <summary>An urgent letter: on top until it is taken up, with the list of who must be told today.</summary>
public sealed class UrgentPageTests
{
    [Fact]
    public async Task Steps_NothingTypedThenWho_StandsWithItsDayForTheNextReader()
    {
        await using var site = await TestSite.StartAsync();
        var letter = await AcceptAsync(site);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var page = await director.GetAsync(letter);
        Assert.Equal(5, page.QuerySelectorAll("[data-urgent] li[data-step]").Length);
        Assert.Equal(["tel:103", "tel:102", "tel:111", "tel:117"], page.QuerySelectorAll("[data-urgent] a[href^=tel]").Select(call => call.GetAttribute("href")));

        var none = await director.SubmitAsync(page, "[data-step=Police] form");
        Assert.NotNull(none.QuerySelector("#told-Police-error"));
        Assert.Null(none.QuerySelector("#told-Director-error"));
        var typed = new string('а', StepTaken.ToldLength + 1);
        var tooLong = await director.SubmitAsync(none, "[data-step=Police] form", ("told.Police", typed));
        Assert.Equal(typed, tooLong.QuerySelector("#told-Police")!.GetAttribute("value"));
        var done = await director.SubmitAsync(tooLong, "[data-step=Police] form", ("told.Police", "Кезекчи Ойдонов, 11:20"));

        Assert.NotNull(done.QuerySelector(".notice.success"));
        using var responsible = await StaffClient.SignInAsync(site, site.School.Responsible);
        var step = (await responsible.GetAsync(letter)).QuerySelector("[data-step=Police]")!;
        Assert.NotNull(step.QuerySelector(".badge.done"));
        Assert.Contains("Кезекчи Ойдонов, 11:20", step.TextContent, StringComparison.Ordinal);
        Assert.Contains(site.School.Director.Person.Name, step.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_UnknownStepNoReaderOrNotUrgent_AreRefused()
    {
        await using var site = await TestSite.StartAsync();
        var letter = await AcceptAsync(site);
        var calm = TestSchool.Letter("Терезе сынык.");
        await site.School.AcceptAsync(calm);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        await director.SubmitAsync(await director.GetAsync(letter), "[data-step=Police] form", ("step", "77"));
        Assert.Equal(HttpStatusCode.BadRequest, director.Status);

        Assert.Null((await director.GetAsync($"/desk/appeals/{calm.Draft.Id}")).QuerySelector("[data-urgent]"));
        await director.GetAsync($"/desk/appeals/{calm.Draft.Id}/urgent");
        Assert.Equal(HttpStatusCode.NotFound, director.Status);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);
        await chair.GetAsync(letter + "/urgent");
        Assert.Equal(HttpStatusCode.NotFound, chair.Status);
    }

    [Fact]
    public async Task Steps_LetterAboutTheDirector_SayThatTheDirectorIsNotTold()
    {
        await using var site = await TestSite.StartAsync();
        var letter = await AcceptAsync(site, About.Director);
        using var chair = await StaffClient.SignInAsync(site, site.School.Chair);

        var page = await chair.GetAsync(letter + "?lang=ru");
        Assert.Null(page.QuerySelector("[data-step=Director]"));
        Assert.Contains("Не сообщайте о нём директору", page.QuerySelector("[data-urgent] .notice")!.TextContent, StringComparison.Ordinal);

        var refused = await chair.SubmitAsync(page, "[data-step=Police] form", ("step", "Director"), ("told.Director", "Болот"));
        Assert.Equal(HttpStatusCode.Conflict, chair.Status);
        Assert.NotNull(refused.QuerySelector("#errors"));
    }

    [Fact]
    public async Task Today_UrgentLetter_StandsAboveAllUntilItIsTakenUp()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Эски."));
        site.Time.Pass(TimeSpan.FromDays(40));
        var letter = await AcceptAsync(site);
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        var today = await director.GetAsync("/desk");
        Assert.Equal(letter, today.QuerySelector("ul.tasks a")!.GetAttribute("href"));
        Assert.Single(today.QuerySelectorAll($"a[href='{letter}']"));

        await director.SubmitAsync(await director.GetAsync(letter), "form[action*='handler=takeup']");

        today = await director.GetAsync("/desk");
        Assert.Null(today.QuerySelector("[data-untaken]"));
        Assert.Single(today.QuerySelectorAll($"a[href='{letter}']"));
    }

    [Fact]
    public async Task Rounds_NoMailServer_TellNobodyAndKeepNoAddress()
    {
        await using var site = await TestSite.StartAsync();
        await site.School.AcceptAsync(TestSchool.Letter("Шашылыш.") with { Urgent = true });
        await using var db = site.Database.Open(site.School.Id);
        await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, "adam@mektep.example"));
        // The site makes the round of the hour in which it starts by itself.
        for (var i = 0; i < 100 && !await db.Set<EscalationRound>().AnyAsync(); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var (escalation, outbox) = (site.Services.GetRequiredService<Escalation>(), site.Services.GetRequiredService<Outbox>());

        var told = 0;
        for (var hour = 1; hour <= 3; hour++)
            told += await escalation.RoundAsync(site.School.Id, site.School.Clock.UtcNow.AddHours(hour));
        await outbox.SendDueAsync(CancellationToken.None);

        Assert.InRange(told, 2, 3);
        Assert.False(await db.Set<OutboxMail>().AnyAsync());
        using var director = await StaffClient.SignInAsync(site, site.School.Director);
        Assert.NotNull((await director.GetAsync("/desk")).QuerySelector("[data-untaken]"));
    }

    private static async Task<string> AcceptAsync(TestSite site, params About[] about)
    {
        var letter = TestSchool.Letter("Мени коркутуп жатышат.", about) with { Urgent = true };
        await site.School.AcceptAsync(letter);
        return $"/desk/appeals/{letter.Draft.Id}";
    }
}
