using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Appeals.Templates;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Released;

/// <summary>What else happens at a school until every table has a row. It takes more than a year: a letter is destroyed at the end.</summary>
internal sealed class ReleasedYear(TestSite site) : IDisposable
{
    /// <summary>The half-year ends soon with too few meetings, and the box should have been opened again.</summary>
    private static readonly DateTimeOffset _december = new(2026, 12, 1, 4, 0, 0, TimeSpan.Zero);

    /// <summary>The closed letter was kept for its year.</summary>
    private static readonly DateTimeOffset _january = new(2028, 1, 18, 4, 0, 0, TimeSpan.Zero);

    private readonly DatabaseGate _gate = site.Database.Gate;
    private readonly AppealDesk _desk = new(site.Database.Gate);
    private readonly StretchQueue _queue = new(2, 100);

    private TestSchool School => site.School;

    private Actor Responsible => School.Responsible.Now(School);

    private AccountChanges Proofs => new(_gate, _queue, new SignInThrottle(School.Time), TestSchool.Quick, School.Time);

    public async Task LiveAsync()
    {
        await SetUpAsync();
        await FilledBox.FillAsync(School);
        await RegisterOnSlipAsync();
        await ForwardAsync(await AcceptAsync("Кол коюлган экинчи кат.", new Identity("Айнура Мисалова", "0555 010203")));
        await CloseAsync(await AcceptAsync("Мөөнөтү бүткөн кат."));
        await GoAwayAsync();
        await new ReleasedCommission(School, Proofs).MeetAsync(await AcceptAsync("Комиссия карай турган кат."));
        await School.AcceptAsync(TestSchool.Letter("Коркунучтуу кат.") with { Urgent = true });
        School.Time.Now = _december;
        await RemindAsync();
        School.Time.Now = _january;
        await DestroyAsync();
        await InviteAsync();
    }

    public void Dispose() => _queue.Dispose();

    /// <summary>Every setting; addresses, so that there are notices; a day and a rule of the school's own, an order about openings, and a template.</summary>
    private async Task SetUpAsync()
    {
        await site.SetAsync(settings => settings with
        {
            OpeningSigners = 3,
            OpeningMembers = 2,
            QuorumPercent = 60,
            MeetingsPerHalfYear = 3,
            RegulationOn = new DateOnly(2026, 8, 28),
            OrderNumber = "17",
            OrderOn = new DateOnly(2026, 9, 1),
            ShowBoard = true,
            ShowOpener = true,
            Mailbox = "ishenim@mektep.example",
            SiteOrigin = "https://mektep.example",
        });
        await using (var db = School.Database.Open(School.Id))
            await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, "okurman@mektep.example"));
        var (calendar, today) = (new CalendarKeeping(_gate), School.Clock.Today);
        await calendar.SetDayAsync(Responsible, new CalendarDay { Day = today.AddDays(20), Change = DayChange.DayOff, Name = "Мектептин күнү" });
        await calendar.AddRuleAsync(Responsible, new DatedRule { Kind = RuleKind.Retention, From = today, Value = 1, Ground = "Буйрук № 3" });
        await new OpeningSchedule(_gate).OrderAsync(Responsible, new NewInterval { From = today, To = null, Days = 10, Order = "Буйрук № 4" });
        await new AnswerTemplates(_gate).AddAsync(
            Responsible, new TemplateInput { Subject = Subject.Other, Language = "ky", Title = "Рахмат", Text = "Катыңыз үчүн рахмат." }, replaces: null);
    }

    /// <summary>Sheets with codes, and a letter that came on one of them.</summary>
    private async Task RegisterOnSlipAsync()
    {
        var slips = new List<FreshSlip>();
        await foreach (var slip in new SlipMaking(_gate, new CodeStretching()).MakeAsync(School.Chair.Now(School), School.School, 3, CancellationToken.None))
            slips.Add(slip);
        using var pool = new ReceiptPool(0);
        var papers = new PaperLetters(_gate, pool, School.Staged, School.Time);
        using var paper = await papers.PrepareAsync(Responsible, School.School, new PaperLetter
        {
            Letter = TestSchool.Letter("Барактагы кат.") with { Channel = Channel.Box }, Sheets = 1, ReceivedOn = School.Clock.Today, Slip = slips[0].Number,
            WantsCode = false, Closed = false, ReadBack = false,
        });
        await papers.RegisterAsync(Responsible, paper);
    }

    private async Task<AppealId> AcceptAsync(string text, Identity? identity = null)
    {
        var letter = TestSchool.Letter(text) with { Identity = identity };
        await School.AcceptAsync(letter);
        return letter.Draft.Id;
    }

    /// <summary>An executor has it and asks for its writer's name; its term is extended, and a court wants it kept.</summary>
    private async Task ForwardAsync(AppealId id)
    {
        var executor = await School.AddAsync("Нурлан Аткаруучуев", Position.Other, Role.Executor);
        await new LetterForwarding(_desk).ForwardAsync(Responsible, id, new NewForwarding
        {
            To = [executor.Id], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = School.Clock.Today.AddDays(5), WithIdentity = false, Redacted = false,
            Version = await VersionAsync(id),
        });
        Assert.True(await new IdentityAsking(_desk).AskAsync(executor.Now(School), id, "Ата-энеси менен сүйлөшүү керек."));
        await new Extending(_desk).ExtendAsync(Responsible, id, new NewExtension { Until = new DateOnly(2026, 10, 12), Reason = "Текшерүү бүтө элек.", Version = await VersionAsync(id) });
        await new Holding(_desk).SetAsync(Responsible, id, new NewHold { Kind = HoldKind.Court, Ground = "Соттун № 7 каты", Reason = "Сот жүрүп жатат." });
    }

    private async Task CloseAsync(AppealId id)
    {
        await new AppealAnswering(_desk).AnswerAsync(Responsible, id, new NewAnswer { Text = "Оңдодук.", Version = await VersionAsync(id) });
        var record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "" };
        await new Ending(_desk).CloseAsync(Responsible, id, new NewClosing { Record = record, Version = await VersionAsync(id) });
    }

    /// <summary>The director goes away, and a teacher of the commission has the open letters meanwhile.</summary>
    private async Task GoAwayAsync()
    {
        var (member, away, absences) = (await School.AddAsync("Данияр Мүчөев", Position.Teacher, Role.Member), School.Director.Now(School), new Absences(_gate));
        await absences.NameAsync(away, new NewStandIn { By = member.Id, From = away.Today, To = away.Today.AddDays(5) });
        await new OlderLetters(_gate).GiveAsync(away, (await absences.ListAsync(away)).Single().Id);
    }

    /// <summary>What the program does of itself, on a day on which all of it is due.</summary>
    private async Task RemindAsync()
    {
        var at = School.Clock.UtcNow;
        await new OpeningSchedule(_gate).RemindAsync(School.School, at);
        await new HalfYears(_gate).WarnAsync(School.School, at);
        await new Escalation(_gate).RoundAsync(School.Id, at);
    }

    private async Task DestroyAsync()
    {
        var destroying = new Destroying(_gate, Proofs, School.Files);
        var plan = await destroying.PlanAsync(Responsible, Proof(School.Responsible));
        await destroying.ApproveAsync(School.Chair.Now(School), plan, Proof(School.Chair));
    }

    /// <summary>Somebody who has not come in yet.</summary>
    private async Task InviteAsync() => await new People(_gate).AddAsync(Responsible, new PersonInput
    {
        Name = "Мээрим Келээрова", Post = "мугалим", Position = Position.Teacher, Woman = true, Email = null, Language = "ky", Roles = new HashSet<Role> { Role.Executor },
    });

    private Proof Proof(TestPerson person) => new(person.Passphrase, person.NextCode(School.Time));

    private async Task<int> VersionAsync(AppealId id) => (await new AppealReading(_desk).ReadAsync(Responsible, id))!.Version;
}
