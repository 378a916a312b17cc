using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Consideration;

/// <summary>More time, measures, the end of consideration, and taking a letter up again.</summary>
public sealed class ConsiderationTests
{
    private const string Reason = "Текшерүүгө дагы убакыт керек.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ExtendAsync_WithinTheLaw_MovesTheDayKeepsTheOldOneAndTellsTheWriter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var letter = TestSchool.Letter("Кат.") with { Identity = new Identity("Айнура Мисалова", "0555 010203, ainura@example.kg") };
        var receipt = await school.AcceptAsync(letter);
        var (actor, id) = (school.Responsible.Now(school), letter.Draft.Id);
        var before = (await desk.Reading.ReadAsync(actor, id))!;
        var latest = Extending.Latest(school.School, before.Facts);

        Assert.True(await desk.Extending.ExtendAsync(actor, id, new NewExtension { Until = latest, Reason = Reason, Version = before.Version }));

        var after = (await desk.Reading.ReadAsync(actor, id))!;
        Assert.Equal((latest, latest), (after.Facts.DueOn, after.Facts.TermSetTo!.Value));
        Assert.Equal((before.Facts.DueOn, latest, JournalVerb.DeadlineExtended), Assert.Single(after.FormerDeadlines) is var former ? (former.Old, former.New, former.Reason) : default);
        using var thread = await OpenAsync(school, receipt.Code);
        Assert.Equal((StepKind.Extended, Reason, latest), Assert.Single(thread.Steps).Value is var step ? (step.Kind, step.Reason, step.Until!.Value) : default);
        await using var db = database.Open(school.Id);
        Assert.Equal("ainura@example.kg", (await db.Set<OutboxMail>().SingleAsync(mail => mail.Notice == Notice.WriterStep)).To);
    }

    /// <summary>Days after the latest that the law allows, and the old day itself; and a day off before.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task ExtendAsync_TooLate_IsRefusedWithTheLatestDay(int beyond)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var actor = school.Responsible.Now(school);
        var letter = (await desk.Reading.ReadAsync(actor, id))!;
        var latest = Extending.Latest(school.School, letter.Facts);

        foreach (var until in new[] { letter.Facts.DueOn, latest.AddDays(beyond) })
        {
            var refusal = await Assert.ThrowsAsync<ExtensionDayNotPossible>(() =>
                desk.Extending.ExtendAsync(actor, id, new NewExtension { Until = until, Reason = Reason, Version = letter.Version }));
            Assert.Contains(refusal.Fill, fill => Equals(fill.Value, latest));
        }

        Assert.Empty((await desk.Reading.ReadAsync(actor, id))!.Steps);
    }

    [Fact]
    public async Task ExtendAsync_OverdueOrAnswered_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (answered, late) = (await desk.AcceptAsync(TestSchool.Letter("Бир.")), await desk.AcceptAsync(TestSchool.Letter("Эки.")));
        var actor = school.Responsible.Now(school);
        await desk.Answering.AnswerAsync(actor, answered, new NewAnswer { Text = "Жооп.", Version = 0 });
        var until = Extending.Latest(school.School, (await desk.Reading.ReadAsync(actor, late))!.Facts);

        await Assert.ThrowsAsync<TermNotExtendable>(() => desk.Extending.ExtendAsync(actor, answered, new NewExtension { Until = until, Reason = Reason, Version = 1 }));
        school.Time.Pass(TimeSpan.FromDays(25));
        actor = school.Responsible.Now(school);
        await Assert.ThrowsAsync<TermNotExtendable>(() => desk.Extending.ExtendAsync(actor, late, new NewExtension { Until = until, Reason = Reason, Version = 0 }));
    }

    [Fact]
    public async Task CloseAsync_NoNameWhereARuleAllowsIt_WriterIsToldTheGround()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var actor = school.Director.Now(school);
        await new CalendarKeeping(database.Gate).AddRuleAsync(actor, new DatedRule { Kind = RuleKind.NoName, From = actor.Today, Value = 1, Ground = "Буйрук № 7" });
        var letter = TestSchool.Letter("Кат.");
        var receipt = await school.AcceptAsync(letter);
        await desk.Answering.AnswerAsync(actor, letter.Draft.Id, new NewAnswer { Text = "Каралбайт.", Version = 0 });
        await desk.Reading.ReadAsync(actor, letter.Draft.Id);

        await desk.Ending.CloseAsync(actor, letter.Draft.Id, new NewClosing
        {
            Record = new ClosingRecord { Outcome = Outcome.WithoutConsideration, Without = LawGround.NoName, Ground = "", Lesson = "" }, Version = 1,
        });

        using var thread = await OpenAsync(school, receipt.Code);
        Assert.Equal(LawGround.NoName, thread.Steps[^1].Value.Without);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CloseAsync_WithMeasures_KeepsTheRecordForTheDeskAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var letter = TestSchool.Letter("Терезе сынык.");
        var receipt = await school.AcceptAsync(letter);
        var (actor, id) = (school.Responsible.Now(school), letter.Draft.Id);
        var measure = new Measure { Kind = MeasureKind.Repair, Text = "Терезе алмаштырылды.", Ground = "", By = "завхоз", TakenOn = actor.Today, Result = "" };
        await desk.Measuring.AddAsync(actor, id, measure);
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Оңдодук.", Version = 0 });
        await desk.Reading.ReadAsync(actor, id);
        await Assert.ThrowsAsync<ClosingNeedsGround>(() => desk.Ending.CloseAsync(actor, id, new NewClosing
        {
            Record = new ClosingRecord { Outcome = Outcome.WithoutConsideration, Ground = "", Lesson = "" }, Version = 1,
        }));
        await Assert.ThrowsAsync<NamelessAreConsidered>(() => desk.Ending.CloseAsync(actor, id, new NewClosing
        {
            Record = new ClosingRecord { Outcome = Outcome.WithoutConsideration, Without = LawGround.NoName, Ground = "", Lesson = "" }, Version = 1,
        }));

        var record = new ClosingRecord { Outcome = Outcome.WellFounded, Ground = "", Lesson = "Терезелер күзүндө текшерилет." };
        await desk.Ending.CloseAsync(actor, id, new NewClosing { Record = record, Version = 1 });

        var read = (await desk.Reading.ReadAsync(school.Director.Now(school), id))!;
        Assert.Equal((AppealState.Closed, Outcome.WellFounded), (read.Facts.State, read.Facts.Outcome));
        Assert.Equal((measure, record), (Assert.Single(read.Measures).Value, Assert.Single(read.Closings).Value));
        using var thread = await OpenAsync(school, receipt.Code);
        Assert.Equal([(StepKind.Answered, (Outcome?)null), (StepKind.Closed, Outcome.WellFounded)], thread.Steps.Select(step => (step.Value.Kind, step.Value.Outcome)));
        Assert.All(thread.Steps, step => Assert.Equal("", step.Value.Reason));
        Assert.DoesNotContain(thread.Messages, message => message.Text.Contains("текшерилет", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CancelAsync_DoubleEntry_KeepsTheNumberAndTellsWhy(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var letter = TestSchool.Letter("Кат.");
        var receipt = await school.AcceptAsync(letter);
        var (actor, id) = (school.Responsible.Now(school), letter.Draft.Id);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => CancelAsync(desk, actor, id));
        await desk.Reading.ReadAsync(actor, id);

        await CancelAsync(desk, actor, id);

        var read = (await desk.Reading.ReadAsync(actor, id))!;
        Assert.Equal((AppealState.Cancelled, "2026-1", actor.Today), (read.Facts.State, read.Facts.Number, read.Facts.ClosedOn!.Value));
        await Assert.ThrowsAsync<AppealIsClosed>(() => desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = read.Version }));
        var next = await desk.AcceptAsync(TestSchool.Letter("Кийинки."));
        Assert.Equal("2026-2", (await desk.Reading.ReadAsync(actor, next))!.Facts.Number);
        using var thread = await OpenAsync(school, receipt.Code);
        Assert.Equal(CancelGround.DoubleEntry, Assert.Single(thread.Steps).Value.Ground);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ReopenAsync_ClosedLetterAboutTheDirector_IsRestrictedAgainWithANewTerm(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var actor = school.Chair.Now(school);
        await Assert.ThrowsAsync<AppealIsOpen>(() => desk.Reopening.ReopenAsync(actor, id, Reason, 0));
        await desk.Reading.ReadAsync(actor, id);
        await desk.Answering.AnswerAsync(actor, id, new NewAnswer { Text = "Жооп.", Version = 0 });
        await desk.CloseAsync(actor, id, 1);

        school.Time.Pass(TimeSpan.FromDays(40));
        actor = school.Chair.Now(school);
        Assert.True(await desk.Reopening.ReopenAsync(actor, id, Reason, 2));

        var read = (await desk.Reading.ReadAsync(actor, id))!;
        Assert.Equal((true, AppealState.UnderConsideration, null, null), (read.Restricted, read.Facts.State, read.Facts.Outcome, read.Facts.AnsweredOn));
        Assert.Equal(AppealTerm.DueDay(school.School, actor.Today, signed: false), read.Facts.DueOn);
        Assert.Single(read.Closings);
        await using var db = database.Open(school.Id);
        Assert.True(await db.Set<Appeal>().SingleAsync() is { Facts: null, Restricted: true, RegisterPlace: not null });
        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
    }

    private static async Task<OpenThread> OpenAsync(TestSchool school, ReceiptCode code) =>
        (await new WriterThread(school.Database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time).OpenAsync(school.School, code, CancellationToken.None))!;

    private static Task<bool> CancelAsync(DeskOf desk, Actor actor, AppealId id) => desk.Ending.CancelAsync(actor, id, new NewCancelling
    {
        Ground = CancelGround.DoubleEntry, Reason = "Бул кат эки жолу катталган.", Version = 0,
    });
}
