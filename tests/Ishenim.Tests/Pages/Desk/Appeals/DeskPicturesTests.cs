using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Staff;
using Ishenim.Tests.Browser;
using Ishenim.Tests.Pages.Desk.Retention;
using IPage = Microsoft.Playwright.IPage;

namespace Ishenim.Tests.Pages.Desk.Appeals;

[Trait("Category", "Browser")]
public sealed class DeskPicturesTests
{
    [Fact]
    public async Task Desk_EveryPage_HasNoFaultAndNothingOverflows()
    {
        await using var site = await TestSite.StartAsync();
        var (letter, urgent) = await FillAsync(site.School);
        var executor = await GiveAsync(site.School, letter);
        var page = await Chromium.PageAsync(site);
        var looks = new Looks(320, 360, 1280, 1920);
        await page.SignInAsync(site, site.School.Responsible);
        foreach (var (path, name) in Pages(letter, urgent))
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = location.search.includes('all'))");
            await looks.AtAsync(page, name);
        }
        await page.GotoAsync("/desk/appeals/search");
        await page.FillAsync("[name=words]", "терезе суук");
        await page.ClickAsync("[data-search] button");
        await page.Locator("main mark").First.WaitForAsync();
        await looks.AtAsync(page, "desk-search-hits");
        await DrawAsync(page, urgent);
        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(site, executor);
        foreach (var (path, name) in new[] { ("/desk", "desk-executor"), ($"/desk/given/{letter}", "desk-given"), ($"/desk/appeals/{letter}/name", "desk-name") })
        {
            await page.GotoAsync(path);
            await looks.AtAsync(page, name);
        }
        await new IdentityAsking(new AppealDesk(site.School.Database.Gate)).AskAsync(executor.Now(site.School), letter, "Ата-энеси менен терезелер жөнүндө сүйлөшүү керек.");
        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(site, site.School.Chair);
        foreach (var (path, name) in new[] { ("/desk", "desk-chair"), ("/desk/identity-requests", "desk-identity-requests") })
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
            await looks.AtAsync(page, name);
        }
        looks.AreGood();
    }

    private static IEnumerable<(string Path, string Name)> Pages(AppealId letter, AppealId urgent) =>
    [
        ("/desk", "desk-today"), ("/desk/appeals", "desk-register"), ("/desk/appeals?more=all&kind=Complaint", "desk-register-filtered"), ("/desk/appeals/search", "desk-search"),
        ($"/desk/appeals/{letter}", "desk-letter"), ($"/desk/appeals/{letter}?open=all&lang=ru", "desk-letter-open"),
        ($"/desk/appeals/{letter}/print", "desk-letter-print"), ($"/desk/appeals/{letter}/stepback", "desk-stepback"), ($"/desk/appeals/{letter}/about", "desk-about"), ($"/desk/appeals/{letter}/forward?open=all", "desk-forward"), ($"/desk/appeals/{letter}/redact?done=redacted", "desk-redact"), ($"/desk/appeals/{urgent}/redact?lang=ru", "desk-redact-first"), ($"/desk/appeals/{letter}/passon", "desk-passon"), ($"/desk/appeals/{letter}/joined?open=all", "desk-joined"), ("/desk/journal", "desk-journal"), ("/desk/journal?book=arrivals&lang=en", "desk-arrivals"),
        ($"/desk/appeals/{urgent}", "desk-letter-urgent"), ($"/desk/appeals/{urgent}/urgent?open=all&lang=ru", "desk-urgent"),
        ("/desk/retention", "desk-retention"), ("/desk/absence?open=all", "desk-absence"), ("/desk/archive", "desk-archive"), ("/desk/templates", "desk-templates"), ("/desk/templates/edit?builtin=Received&in=ky", "desk-template"), ($"/desk/retention/letters/{letter}", "desk-hold"),
    ];

    private static async Task<(AppealId Letter, AppealId Urgent)> FillAsync(TestSchool school)
    {
        await ClosedLetters.CloseAsync(school, "Мөөнөтү бүткөн кат.");
        school.Time.Now = school.Time.Now.AddYears(6);
        var old = TestSchool.Letter("Эски кат.") with { Kind = Kind.Complaint, Group = WriterGroup.Parent };
        await school.AcceptAsync(old);
        school.Time.Pass(TimeSpan.FromDays(25));
        await school.AcceptAsync(TestSchool.Letter("Жаңы кат.") with { Subject = Subject.Conditions });
        var urgent = TestSchool.Letter("Шашылыш кат. Менин атым Нурлан.") with { Urgent = true, Subject = Subject.Safety, Kind = Kind.Complaint };
        await school.AcceptAsync(urgent);
        await school.AcceptAsync(TestSchool.Letter("Төрага жөнүндө.", About.Chair));
        await school.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var letter = TestSchool.Letter("Саламатсызбы!\nБиздин ашканада ар дайым суук, терезелери сынган. Балдар ооруп жатат.\n\nКачан оңдойсуздар?", About.Teacher) with
        {
            Identity = new Identity("Ойдон Чыккан", "0555 000000"),
            Group = WriterGroup.Parent,
            Subject = Subject.Conditions,
        };
        await school.AcceptAsync(letter);
        var desk = new AppealDesk(school.Database.Gate);
        var actor = school.Director.Now(school);
        await new AppealAnswering(desk).AnswerAsync(actor, letter.Draft.Id, new NewAnswer { Text = "Саламатсызбы! Терезелерди жума күнгө чейин оңдойбуз.", Version = 0 });
        await new AppealAnswering(desk).AddNoteAsync(actor, letter.Draft.Id, "Завхоз менен сүйлөштүм.");
        var number = await new AppealAccess(desk).NumberAsync(actor, old.Draft.Id);
        await new LetterJoining(desk, school.Database.Gate).JoinAsync(actor, letter.Draft.Id, RegisterNumber.Parse(number!));
        await new UrgentSteps(desk).TakeAsync(actor, urgent.Draft.Id, new StepTaken { Step = UrgentStep.Police, Told = "102, кезекчи Ойдонов, 11:20" });
        return (letter.Draft.Id, urgent.Draft.Id);
    }

    private static async Task<TestPerson> GiveAsync(TestSchool school, AppealId letter)
    {
        await school.AddAsync("Нурлан Ойдонов", Position.Teacher, Role.Executor);
        await school.AddAsync("Гүлнара Мисалова", Position.Other, Role.Executor);
        var executor = await school.AddAsync("Бакыт Үлгүев", Position.Other, Role.Executor);
        var (forwarding, actor) = (new LetterForwarding(new AppealDesk(school.Database.Gate)), school.Responsible.Now(school));
        await RedactAsync(school, letter);
        var offer = await forwarding.OfferAsync(actor, letter);
        await forwarding.ForwardAsync(actor, letter, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Ашкананын терезелерин карап, эмне керек экенин жазып бериңиз.",
            DueOn = actor.Today.AddDays(7), WithIdentity = false, Redacted = true, Version = offer!.Version,
        });
        return executor;
    }

    /// <summary>The pointer blacks out what it is drawn over, and a press takes one word back.</summary>
    private static async Task DrawAsync(IPage page, AppealId letter)
    {
        await page.GotoAsync($"/desk/appeals/{letter}/redact");
        var (words, chosen) = (page.Locator("[data-words] label"), page.Locator("[data-words] :checked + span"));
        Assert.Equal(["Менин", "атым", "Нурлан."], await chosen.AllTextContentsAsync());
        await words.Nth(0).HoverAsync();
        await page.Mouse.DownAsync();
        await words.Nth(2).HoverAsync();
        await words.Nth(1).HoverAsync();
        await page.Mouse.UpAsync();
        Assert.Equal(["Шашылыш", "кат.", "Менин", "атым", "Нурлан."], await chosen.AllTextContentsAsync());
        await words.Nth(2).ClickAsync();
        await words.Nth(3).Locator("input").PressAsync("Space");
        Assert.Equal(["Шашылыш", "кат.", "Нурлан."], await chosen.AllTextContentsAsync());
        // Else leaving the page is asked about.
        await page.EvaluateAsync("dispatchEvent(new Event('answered'))");
    }

    private static async Task RedactAsync(TestSchool school, AppealId letter)
    {
        var (redacting, actor) = (new LetterRedacting(new AppealDesk(school.Database.Gate)), school.Responsible.Now(school));
        var open = await redacting.OpenAsync(actor, letter);
        await redacting.RedactAsync(actor, letter, new NewRedaction { Blackened = [2, 5, 6], Version = open!.Version });
    }
}
