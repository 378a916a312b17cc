using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;
using static Ishenim.Core.Tests.Appeals.NotHelped.AnsweredLetters;

namespace Ishenim.Core.Tests.Appeals.NotHelped;

/// <summary>The answer did not help: the letter goes to the chair, but for those whom it is about, and never the name.</summary>
public sealed class NotHelpedTests
{
    private const string Why = "Терезе дагы эле сынык.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task SayAsync_AnsweredOrClosed_ChairReadsItWithoutNotesAndName(DatabaseKind kind, bool closed)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database, closed, Signed());
        await desk.Answering.AddNoteAsync(school.Director.Now(school), id, "Эскертүү.");
        Assert.Null(await desk.Reading.ReadAsync(school.Chair.Now(school), id));

        Assert.True(await desk.SayNotHelpedAsync(id, Why));

        var read = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.Equal(Why, Assert.Single(read.Parts, part => part.Kind == PartKind.NotHelped).Text);
        Assert.True(read.NotHelped);
        Assert.Equal([school.Chair.Id], read.WithoutDesk);
        Assert.Equal([KeyClass.Letter, KeyClass.Reply], await ClassesAsync(school, id, school.Chair));
        Assert.Contains(read.Readers, reader => reader == school.Chair.Id);
        await Assert.ThrowsAsync<DeskNotHeld>(() => desk.Answering.AddNoteAsync(school.Chair.Now(school), id, "Менин белгим."));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_Twice_IsSaidOncePerAnswer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        using var thread = await desk.ThreadAsync(id);
        Assert.True(thread.MaySayNotHelped);

        Assert.True(await desk.SayingNotHelped.SayAsync(school.School, thread, Why));
        Assert.False(await desk.SayNotHelpedAsync(id, Why));
        Assert.Equal(Why, Assert.Single(thread.NotHelped).Value);
        await ConsiderAsync(desk, school.Director, id);
        Assert.False(await desk.SayNotHelpedAsync(id));
        await AnswerAsync(desk, school.Director, id);

        Assert.True(await desk.SayNotHelpedAsync(id));
        using var after = await desk.ThreadAsync(id);
        Assert.False(after.MaySayNotHelped);
        Assert.Equal([Why, ""], after.NotHelped.Select(one => one.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_NoPreciseTime_AndChairIsTold(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database, closed: true);
        await using (var db = database.Open(school.Id))
            await db.Set<Person>().Where(person => person.Id == school.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "chair@example.kg"));

        await desk.SayNotHelpedAsync(id);

        await using var rows = database.Open(school.Id);
        var lines = await rows.Set<JournalLine>().Where(line => line.Appeal == id && line.Actor == null && line.Day == school.Clock.Today).OrderBy(line => line.Number).ToListAsync();
        Assert.Equal([(JournalVerb.WriterNotHelped, (PersonId?)null), (JournalVerb.AccessGranted, school.Chair.Id)], lines.TakeLast(2).Select(line => (line.Verb, line.Person)));
        Assert.All(lines.TakeLast(2), line => Assert.Equal((Book.Arrivals, null), (line.Book, line.At)));
        var part = await rows.Set<Part>().SingleAsync(one => one.Kind == PartKind.NotHelped);
        Assert.Equal((school.Clock.Today, school.Clock.DayStartUtc(school.Clock.Today)), (part.Day, part.AppearsAt));
        Assert.Equal(school.Clock.Today, (await rows.Set<Appeal>().SingleAsync(one => one.Id == id)).WrittenAfterClosing);
        Assert.Contains("chair@example.kg", await rows.Set<OutboxMail>().Where(mail => mail.Notice == Notice.WriterAdded).Select(mail => mail.To).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_SchoolWithFixedHours_NothingShowsBeforeTheHour(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [23] };

        await desk.SayNotHelpedAsync(id, Why);

        Assert.Null(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
        Assert.DoesNotContain((await desk.Today.ForAsync(school.Director.Now(school), school.School)).Tasks, task => task.Need == Need.NotHelped);
        Assert.DoesNotContain(await desk.History.OfAsync(school.Director.Now(school), id), line => line.Verb == JournalVerb.WriterNotHelped);
        school.Time.Pass(TimeSpan.FromHours(26));
        Assert.Single((await desk.Today.ForAsync(school.Director.Now(school), school.School)).Tasks, task => task.Need == Need.NotHelped);
        await ConsiderAsync(desk, school.Director, id);
        Assert.NotNull(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_ChairKeptFromIt_NobodyNewReadsAndItIsMarked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database, letter: TestSchool.Letter("Кат", About.Chair));

        Assert.True(await desk.SayNotHelpedAsync(id));
        Assert.Equal(AppealState.Answered, (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Facts.State);
        Assert.Equal(Need.NotHelped, Assert.Single((await desk.Today.ForAsync(school.Director.Now(school), school.School)).Tasks).Need);
        await ConsiderAsync(desk, school.Director, id);

        Assert.Empty(await ClassesAsync(school, id, school.Chair));
        Assert.Equal(AppealState.UnderConsideration, (await desk.ThreadAsync(id)).Facts.State);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_RestrictedAboutDirector_DirectorLearnsNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат", About.Director));
        await AnswerAsync(desk, school.Chair, id);

        Assert.True(await desk.SayNotHelpedAsync(id, Why));

        Assert.Single((await desk.Today.ForAsync(school.Chair.Now(school), school.School)).Tasks, task => task.Need == Need.NotHelped);
        Assert.Empty((await desk.Today.ForAsync(school.Director.Now(school), school.School)).Tasks);
        await ConsiderAsync(desk, school.Chair, id);
        Assert.Empty(await ClassesAsync(school, id, school.Director));
        Assert.Equal(AppealState.UnderConsideration, (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Facts.State);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_ReaderSteppedBackMeanwhile_IsSealedWithTheNewKey(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        using var thread = await desk.ThreadAsync(id);
        Assert.True(await desk.Access.StepBackAsync(school.Director.Now(school), id));

        Assert.True(await desk.SayingNotHelped.SayAsync(school.School, thread, Why));

        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<Part>().SingleAsync(part => part.Kind == PartKind.NotHelped)).Epoch);
        Assert.Empty(await ClassesAsync(school, id, school.Director));
        Assert.NotNull(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SayAsync_CodeThatOpensNoLetter_GivesNothingUntilAReaderDoes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await using (var db = database.Open(school.Id))
            await db.Set<Grant>().Where(grant => grant.Recipient == id.Value && grant.Class == KeyClass.Letter).ExecuteDeleteAsync();

        Assert.True(await desk.SayNotHelpedAsync(id, Why));

        Assert.Null(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
        Assert.True((await desk.Reading.ReadAsync(school.Director.Now(school), id))!.NotHelped);
        await ConsiderAsync(desk, school.Director, id);
        Assert.Equal("Кат", (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Parts[0].Text);
    }
}
