using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

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
    public async Task ConsiderAsync_ByReader_GivesTheDeskAndBeginsTheTermAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database, closed: true, Signed());
        await desk.SayNotHelpedAsync(id);

        await ConsiderAsync(desk, school.Director, id);

        var read = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.Equal((AppealState.UnderConsideration, false, false), (read.Facts.State, read.NotHelped, read.IdentityHeld));
        Assert.Equal(AppealTerm.DueDay(school.School, school.Clock.Today, signed: true), read.Facts.DueOn);
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk], await ClassesAsync(school, id, school.Chair));
        Assert.Empty(read.WithoutDesk);
        using var thread = await desk.ThreadAsync(id);
        Assert.Equal([StepKind.Answered, StepKind.Closed, StepKind.ConsideredAgain], thread.Steps.Select(step => step.Value.Kind));
        Assert.Equal(Outcome.WellFounded, thread.Steps[1].Value.Outcome);
        await Assert.ThrowsAsync<NothingToConsiderAgain>(() => ConsiderAsync(desk, school.Director, id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ConsiderAsync_ByTheChair_AnotherReaderGivesTheDeskLater(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        await ConsiderAsync(desk, school.Chair, id);
        await Assert.ThrowsAsync<DeskNotHeld>(() => desk.ConsideringAgain.GiveDeskAsync(school.Chair.Now(school), id));

        Assert.True(await desk.ConsideringAgain.GiveDeskAsync(school.Director.Now(school), id));

        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk], await ClassesAsync(school, id, school.Chair));
        Assert.True(await desk.Answering.AddNoteAsync(school.Chair.Now(school), id, "Белги."));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Desk_BeforeItIsConsideredAgain_RefusesAnswerAndClosing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var actor = school.Director.Now(school);
        var version = (await desk.Reading.ReadAsync(actor, id))!.Version;

        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => AnswerAsync(desk, school.Director, id));
        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => desk.CloseAsync(actor, id, version));
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

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_ByTheChairAboutAllOtherReaders_TheDeskBeginsAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var chair = school.Chair.Now(school);
        var version = (await desk.Reading.ReadAsync(chair, id))!.Version;

        await desk.Widening.WidenAsync(chair, id, new() { Groups = [About.Director], Persons = [], SteppingBack = false, Version = version });

        Assert.Empty(await ClassesAsync(school, id, school.Director));
        Assert.True(await desk.Answering.AddNoteAsync(chair, id, "Белги."));
        await ConsiderAsync(desk, school.Chair, id);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Chair_HasItByTheWritersWord_IsNotMadeAnExecutorOrStandIn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, desk, id) = await AnsweredAsync(database);
        await desk.SayNotHelpedAsync(id);
        var director = school.Director.Now(school);
        var offer = (await desk.Forwarding.OfferAsync(director, id))!;
        var forwarding = new NewForwarding
        {
            To = [school.Chair.Id], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = school.Clock.Today, WithIdentity = false, Redacted = false, Version = offer.Version,
        };

        Assert.DoesNotContain(school.Chair.Id, offer.Offered);
        await Assert.ThrowsAsync<AnswerDidNotHelp>(() => desk.Forwarding.ForwardAsync(director, id, forwarding));
        var absences = new Absences(database.Gate);
        await absences.NameAsync(director, new NewStandIn { By = school.Chair.Id, From = director.Today, To = director.Today.AddDays(3) });
        var absence = (await absences.ListAsync(director)).Single().Id;
        Assert.Equal(0, (await new OlderLetters(database.Gate).GiveAsync(director, absence))!.Given);
        await new ComingBack(database.Gate).EndAsync(director, absence);

        Assert.NotNull(await desk.Reading.ReadAsync(school.Chair.Now(school), id));
        Assert.Equal([school.Chair.Id], (await desk.Reading.ReadAsync(director, id))!.WithoutDesk);
    }

    private static NewLetter Signed() => TestSchool.Letter("Кат") with { Identity = new Identity("Айнура Мисалова", "0555 010203") };

    private static async Task<(TestSchool School, DeskOf Desk, AppealId Id)> AnsweredAsync(TestDatabase database, bool closed = false, NewLetter? letter = null)
    {
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(letter ?? TestSchool.Letter("Кат"));
        await AnswerAsync(desk, school.Director, id);
        if (closed)
            Assert.True(await desk.CloseAsync(school.Director.Now(school), id, (await desk.Reading.ReadAsync(school.Director.Now(school), id))!.Version));
        return (school, desk, id);
    }

    private static async Task AnswerAsync(DeskOf desk, TestPerson by, AppealId id)
    {
        var letter = (await desk.Reading.ReadAsync(by.Now(desk.School), id))!;
        await desk.Answering.AnswerAsync(by.Now(desk.School), id, new NewAnswer { Text = "Оңдойбуз.", Version = letter.Version });
    }

    private static async Task ConsiderAsync(DeskOf desk, TestPerson by, AppealId id)
    {
        var letter = (await desk.Reading.ReadAsync(by.Now(desk.School), id))!;
        Assert.True(await desk.ConsideringAgain.ConsiderAsync(by.Now(desk.School), id, letter.Version));
    }

    private static async Task<KeyClass[]> ClassesAsync(TestSchool school, AppealId id, TestPerson person)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<Grant>().Where(grant => grant.Appeal == id && grant.Recipient == person.Id.Value).Select(grant => grant.Class).Distinct().Order().ToArrayAsync();
    }
}
