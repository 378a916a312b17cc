using Ishenim.Core.Appeals;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Tests.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Calendar;

/// <summary>Letters of Tuesday 15 September 2026 are due on Monday 5 October.</summary>
public sealed class CalendarKeepingTests
{
    private static readonly DateOnly _due = new(2026, 10, 5);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SetDayAsync_OpenAndAnsweredLetters_OpenOnesMoveAndTheOldDayStaysInTheHistory(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (open, answered) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Жооп берилген.")));
        await desk.Answering.AnswerAsync(school.Director.Now(school), answered, new NewAnswer { Text = "Жооп.", Version = 0 });
        school.Time.Pass(TimeSpan.FromDays(1));
        var keeping = new CalendarKeeping(database.Gate);

        Assert.Equal(1, await keeping.SetDayAsync(school.Director.Now(school), Off(2026, 10, 1)));

        Assert.Equal(_due.AddDays(1), (await ReadAsync(desk, open)).Facts.DueOn);
        Assert.Equal(_due, (await ReadAsync(desk, answered)).Facts.DueOn);
        var former = Assert.Single((await desk.History.OfAsync(school.Director.Now(school), open)).Select(FormerDeadline.Of).OfType<FormerDeadline>());
        Assert.Equal(new FormerDeadline(_due, _due.AddDays(1), new DateOnly(2026, 9, 16), "calendar.day-set 2026-10-01 DayOff"), former);
        Assert.DoesNotContain(await desk.History.OfAsync(school.Director.Now(school), answered), line => line.Verb == JournalVerb.DeadlineMoved);

        // A Saturday of work brings it back, and one more day off that is a Sunday moves nothing.
        Assert.Equal(1, await keeping.SetDayAsync(school.Responsible.Now(school), Off(2026, 10, 3) with { Change = DayChange.WorkingDay }));
        Assert.Equal(0, await keeping.SetDayAsync(school.Responsible.Now(school), Off(2026, 10, 4)));
        Assert.Equal(_due, (await ReadAsync(desk, open)).Facts.DueOn);
        Assert.Equal(1, await keeping.RemoveDayAsync(school.Responsible.Now(school), new DateOnly(2026, 10, 1)));
        await using var db = database.Open(school.Id);
        Assert.True((await Verifier.VerifyAsync(db, school.Files, CancellationToken.None)).Intact);
    }

    /// <summary>The old day is sealed with the letter, the journal says no day, and whoever is kept from the letter learns nothing.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SetDayAsync_RestrictedLetter_MovesWhenAReaderListsIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        school.Time.Pass(TimeSpan.FromDays(1));

        Assert.Equal(0, await new CalendarKeeping(database.Gate).SetDayAsync(school.Director.Now(school), Off(2026, 10, 1)));
        Assert.Equal(0, await LinesAsync(school, id));
        var row = Assert.Single((await desk.Register.ListAsync(school.Chair.Now(school), new RegisterFilter(), new RegisterCursor())).Restricted);

        Assert.Equal(_due.AddDays(1), row.Facts!.DueOn);
        var letter = await desk.Reading.ReadAsync(school.Chair.Now(school), id);
        Assert.Equal([new FormerDeadline(_due, _due.AddDays(1), new DateOnly(2026, 9, 16), "calendar.day-set 2026-10-01 DayOff")], letter!.FormerDeadlines);
        Assert.Equal(1, await LinesAsync(school, id));
        await using var db = database.Open(school.Id);
        Assert.Null((await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.DeadlineMoved)).Detail);
        Assert.Empty(await desk.History.OfAsync(school.Director.Now(school), id));
        Assert.DoesNotContain((await new JournalBrowsing(database.Gate).ActsAsync(school.Director.Now(school), null)).Lines, line => line.Verb == JournalVerb.DeadlineMoved);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SetDayAsync_RestrictedLetterOpenedFirst_MovesToo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        school.Time.Pass(TimeSpan.FromDays(1));
        await new CalendarKeeping(database.Gate).SetDayAsync(school.Responsible.Now(school), Off(2026, 10, 1));

        Assert.Equal(_due.AddDays(1), (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Facts.DueOn);
    }

    /// <summary>A line with a time would tell that a letter of the same day came before it.</summary>
    [Fact]
    public async Task SetDayAsync_LetterOfToday_MovesAndNoLineTimesIt()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (id, restricted) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director)));

        Assert.Equal(0, await new CalendarKeeping(database.Gate).SetDayAsync(school.Director.Now(school), Off(2026, 10, 1)));

        Assert.Equal(_due.AddDays(1), (await ReadAsync(desk, id)).Facts.DueOn);
        Assert.Equal(_due.AddDays(1), (await desk.Reading.ReadAsync(school.Chair.Now(school), restricted))!.Facts.DueOn);
        Assert.Equal((0, 0), (await LinesAsync(school, id), await LinesAsync(school, restricted)));
        // And one that comes after the change, with the school as its request knew it before.
        Assert.Equal(_due.AddDays(1), (await school.AcceptAsync(TestSchool.Letter("Кийинки."))).DueOn);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AddRuleAsync_FromAPastDay_MovesLettersRegisteredSinceAndOnlyOfItsKind(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var (anonymous, signed) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Кол коюлган.") with { Identity = new("Айнура", "+996555010203") }));
        school.Time.Pass(TimeSpan.FromDays(1));
        var keeping = new CalendarKeeping(database.Gate);

        Assert.Equal(0, await keeping.AddRuleAsync(school.Director.Now(school), Rule(RuleKind.AnswerSigned, new DateOnly(2026, 9, 16), 10)));
        Assert.Equal(1, await keeping.AddRuleAsync(school.Director.Now(school), Rule(RuleKind.AnswerSigned, new DateOnly(2026, 9, 15), 10)));

        Assert.Equal((_due, new DateOnly(2026, 9, 29)), ((await ReadAsync(desk, anonymous)).Facts.DueOn, (await ReadAsync(desk, signed)).Facts.DueOn));
        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<School>().SingleAsync()).Rules().Of(RuleKind.AnswerSigned).Count);
        Assert.Equal(new DateOnly(2026, 9, 30), (await school.AcceptAsync(TestSchool.Letter("Жаңы.") with { Identity = new("Бакыт", "+996555010204") })).DueOn);
    }

    [Fact]
    public async Task AddRuleAsync_WarningAndRegistration_AreAskedForToday()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await desk.Reading.ReadAsync(school.Director.Now(school), id);
        school.Time.Pass(TimeSpan.FromDays(8));
        Assert.Empty((await desk.Today.ForAsync(school.Director.Now(school), await NowAsync(school))).Tasks);

        await new CalendarKeeping(database.Gate).AddRuleAsync(school.Director.Now(school), Rule(RuleKind.Warning, new DateOnly(2026, 9, 1), 8));

        Assert.Equal(Need.DueSoon, Assert.Single((await desk.Today.ForAsync(school.Director.Now(school), await NowAsync(school))).Tasks).Need);
    }

    [Fact]
    public async Task AnnounceAitAsync_AnotherDay_LiftsTheExpectedOneAndRefusesWhereNoneIs()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var keeping = new CalendarKeeping(database.Gate);

        await keeping.AnnounceAitAsync(school.Director.Now(school), new DateOnly(2027, 3, 9), new DateOnly(2027, 3, 10), "Орозо айт");

        var calendar = (await NowAsync(school)).Calendar();
        Assert.Equal((true, false), (calendar.IsWorkingDay(new DateOnly(2027, 3, 9)), calendar.IsWorkingDay(new DateOnly(2027, 3, 10))));
        // A Sunday on which no ait is stays a Sunday.
        await keeping.AnnounceAitAsync(school.Director.Now(school), new DateOnly(2027, 5, 16), new DateOnly(2027, 5, 17), "Курман айт");
        calendar = (await NowAsync(school)).Calendar();
        Assert.Equal((false, false), (calendar.IsWorkingDay(new DateOnly(2027, 5, 16)), calendar.IsWorkingDay(new DateOnly(2027, 5, 17))));
        await Assert.ThrowsAsync<NoAitExpected>(() => keeping.AnnounceAitAsync(school.Director.Now(school), new DateOnly(2027, 3, 9), new DateOnly(2027, 3, 11), "Орозо айт"));
        await Assert.ThrowsAsync<NoAitExpected>(() => keeping.AnnounceAitAsync(school.Director.Now(school), new DateOnly(2027, 3, 8), new DateOnly(2027, 3, 11), "Орозо айт"));
    }

    [Fact]
    public async Task EveryChange_ByAnybodyElseOrWithoutEnd_IsRefusedAndNothingIsWritten()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var keeping = new CalendarKeeping(database.Gate);
        var chair = school.Chair.Now(school);
        await Assert.ThrowsAsync<OnlyCalendarKeepers>(() => keeping.SetDayAsync(chair, Off(2026, 10, 1)));
        await Assert.ThrowsAsync<OnlyCalendarKeepers>(() => keeping.RemoveDayAsync(chair, new DateOnly(2026, 10, 1)));
        await Assert.ThrowsAsync<OnlyCalendarKeepers>(() => keeping.AddRuleAsync(chair, Rule(RuleKind.Week, new DateOnly(2026, 10, 1), 6)));
        await Assert.ThrowsAsync<OnlyCalendarKeepers>(() => keeping.ImportAsync(chair, [Off(2026, 10, 1)]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => keeping.AddRuleAsync(school.Director.Now(school), Rule(RuleKind.Week, new DateOnly(2026, 10, 1), 7)));
        var summer = Enumerable.Range(0, 60).Select(day => Off(2027, 6, 1) with { Day = new DateOnly(2027, 6, 1).AddDays(day) });

        await Assert.ThrowsAsync<NoWorkingDayLeft>(() => keeping.ImportAsync(school.Director.Now(school), [.. summer]));
        var many = Enumerable.Range(0, CalendarBook.MostDays + 1).Select(day => Off(2030, 1, 1) with { Day = new DateOnly(2030, 1, 1).AddDays(day * 3) });
        await Assert.ThrowsAsync<CalendarIsFull>(() => keeping.ImportAsync(school.Director.Now(school), [.. many]));

        Assert.Null((await NowAsync(school)).CalendarBook);
    }

    /// <summary>Two at once: neither's day is lost.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SetDayAsync_ManyAtOnce_AllStand(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var keeping = new CalendarKeeping(database.Gate);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(day => keeping.SetDayAsync(school.Director.Now(school), Off(2026, 10, day))));

        Assert.Equal(8, (await NowAsync(school)).Kept().Days.Count);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task DueLetters_CountsAndPrint_ShowWhatThisPersonReads(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var answered = await desk.AcceptAsync(TestSchool.Letter("Жооп берилген."));
        await desk.Answering.AnswerAsync(school.Director.Now(school), answered, new NewAnswer { Text = "Жооп.", Version = 0 });
        var due = new DueLetters(database.Gate);

        foreach (var (person, count) in new[] { (school.Director, 1), (school.Chair, 1), (school.Responsible, 1) })
        {
            var counts = await due.CountsAsync(person.Now(school), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
            Assert.Equal([KeyValuePair.Create(_due, count)], counts);
            Assert.Equal(count, (await due.PrintAsync(person.Now(school), _due)).Count);
            Assert.Empty(await due.PrintAsync(person.Now(school), _due.AddDays(-1)));
            var listed = await desk.Register.ListAsync(person.Now(school), new RegisterFilter { Due = _due }, new RegisterCursor());
            Assert.Equal(count, listed.Common.Count + listed.Restricted.Count);
        }
        Assert.Equal("2026-Ч-1", Assert.Single(await due.PrintAsync(school.Chair.Now(school), _due)).Number);
    }

    /// <summary>A term of its own for signed letters begins when the writer signs; the day before stays sealed with the letter.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SignAsync_OtherTermForSigned_DeadlineFollows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await new CalendarKeeping(database.Gate).AddRuleAsync(school.Director.Now(school), Rule(RuleKind.AnswerSigned, new DateOnly(2026, 9, 1), 10));
        var letter = TestSchool.Letter("Кат.");
        var code = (await school.AcceptAsync(letter)).Code;
        var writers = new WriterThread(database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time);
        using var thread = await writers.OpenAsync(school.School, code, CancellationToken.None);

        Assert.True(await writers.SignAsync(school.School, thread!, new Identity("Айнура", "+996555010203")));

        var read = await ReadAsync(desk, letter.Draft.Id);
        Assert.Equal(new DateOnly(2026, 9, 29), read.Facts.DueOn);
        Assert.Equal([new FormerDeadline(_due, read.Facts.DueOn, school.Clock.Today, JournalVerb.WriterSigned)], read.FormerDeadlines);
    }

    private static CalendarDay Off(int year, int month, int day) => new() { Day = new DateOnly(year, month, day), Change = DayChange.DayOff, Name = "Токтом менен" };

    private static DatedRule Rule(RuleKind kind, DateOnly from, int value) => new() { Kind = kind, From = from, Value = value, Ground = "Сыноо мыйзамы" };

    private static async Task<OpenLetter> ReadAsync(DeskOf desk, AppealId id) => (await desk.Reading.ReadAsync(desk.School.Director.Now(desk.School), id))!;

    private static async Task<School> NowAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<School>().AsNoTracking().SingleAsync();
    }

    private static async Task<int> LinesAsync(TestSchool school, AppealId id)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<JournalLine>().CountAsync(line => line.Appeal == id && line.Verb == JournalVerb.DeadlineMoved);
    }
}
