using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Ishenim.Core.Tests.Appeals.OnPaper;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Recusal;

public sealed class WideningTests
{
    private const string Why = "Комиссия дагы бир жолу карайт.";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_UsualReader_LosesTheLetterTheChairTakesOverAndItIsRestricted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ачкыч кимде?") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });
        await desk.Reading.ReadAsync(school.Responsible.Now(school), id);
        using var stolen = await KeysAsync(school, id, school.Responsible);

        Assert.False((await WidenAsync(desk, school.Director, id, [About.Responsible]))!.SteppedBack);
        await desk.Answering.AddNoteAsync(school.Director.Now(school), id, "Кийинки белги.");

        Assert.Null(await desk.Reading.ReadAsync(school.Responsible.Now(school), id));
        var letter = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.True(letter is { Restricted: true, Facts.Number: "2026-1" });
        Assert.Equal(["Ачкыч кимде?", "Кийинки белги."], letter.Parts.Select(part => part.Text));
        Assert.Equal([About.Responsible], letter.About);
        var widened = Assert.Single(letter.Widenings);
        Assert.Equal(school.Director.Id, widened.Author);
        Assert.Equal([new FormerReader { Person = school.Responsible.Id, Opened = true, Identity = true, Original = false }], widened.Value.Former);
        await using var db = database.Open(school.Id);
        var later = await db.Set<Part>().Where(part => part.Kind == PartKind.Note || part.Kind == PartKind.Widening).ToListAsync();
        Assert.Equal(2, later.Count);
        Assert.All(later, part => Assert.DoesNotContain((part.Class, part.Epoch), stolen.Held));
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Responsible.Id.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_Anybody_NoLineAndNoRowInTheClearSaysWhom(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var teacher = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var desk = new DeskOf(school);
        var commission = await TestMeeting.ConveneAsync(school);
        await MakeMemberAsync(commission, teacher);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = new NewAgendaLetter { Id = Guid.NewGuid(), Meeting = await commission.PlanAsync(), Ask = "Чечим керек.", Redacted = false, Version = 0 };
        Assert.True(await desk.Agendas.PutAsync(school.Director.Now(school), id, item));
        Assert.NotNull(await desk.AgendaReading.ReadAsync(teacher.Now(school), item.Id));

        await WidenAsync(desk, school.Director, id, [], teacher);
        Assert.Null(await desk.AgendaReading.ReadAsync(teacher.Now(school), item.Id));

        await using var db = database.Open(school.Id);
        var line = await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.AboutWidened);
        Assert.Equal((school.Director.Id, (PersonId?)null, (string?)null), (line.Actor!.Value, line.Person, line.Detail));
        Assert.False(await db.Set<JournalLine>().AnyAsync(one => one.Person == teacher.Id));
        Assert.True(await db.Set<AgendaItem>().SingleAsync() is { Recused.Count: 0, Number: "2026-1" });
        // Not one who sees the register: the letter stays there.
        Assert.True(await db.Set<Appeal>().SingleAsync() is { Restricted: false, Facts.Number: "2026-1" });
        await Assert.ThrowsAsync<ReaderExcluded>(() => desk.Access.GrantAsync(school.Director.Now(school), id, teacher.Id));
        Assert.Equal([teacher.Id], (await desk.Reading.ReadAsync(school.Responsible.Now(school), id))!.Widenings.Single().Value.Persons);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_DirectorByName_TakesItFromTheDeputyTooWhoMustSayThatTheyStepBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор акча жыйнайт."));

        await Assert.ThrowsAsync<WideningIsSteppingBack>(() => WidenAsync(desk, school.Responsible, id, [], school.Director));
        Assert.NotNull(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        var added = new NewAbout { Groups = [], Persons = [school.Director.Id], SteppingBack = true, Version = 0 };
        Assert.True((await desk.Widening.WidenAsync(school.Responsible.Now(school), id, added))!.SteppedBack);

        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        Assert.Null(await desk.Reading.ReadAsync(school.Responsible.Now(school), id));
        var letter = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        Assert.Equal([school.Chair.Id], letter.Readers);
        Assert.Equal([About.Director], letter.About);
        Assert.Equal(2, letter.Widenings.Single().Value.Former.Count);
        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<Appeal>().SingleAsync()).Epoch);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.SteppedBack));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_Refused_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        var chair = school.Chair.Now(school);
        NewAbout added = new() { Groups = [], Persons = [], SteppingBack = true, Version = 0 };

        await Assert.ThrowsAsync<NobodyLeftAtSchool>(() => desk.Widening.WidenAsync(chair, id, added with { Groups = [About.Chair] }));
        await Assert.ThrowsAsync<NothingToWiden>(() => desk.Widening.WidenAsync(chair, id, added with { Groups = [About.Director, About.Nobody] }));
        await Assert.ThrowsAsync<NothingToWiden>(() => desk.Widening.WidenAsync(chair, id, added with { Persons = [school.Responsible.Id] }));
        await Assert.ThrowsAsync<PersonNotHere>(() => desk.Widening.WidenAsync(chair, id, added with { Persons = [PersonId.New()] }));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => desk.Widening.WidenAsync(chair, id, added with { Groups = [About.Deputy], Version = 7 }));
        Assert.Null(await desk.Widening.WidenAsync(school.Director.Now(school), id, added with { Groups = [About.Teacher] }));
        Assert.Null(await desk.Widening.NowAsync(school.Director.Now(school), id));

        await using var db = database.Open(school.Id);
        Assert.Equal((1, 0), await db.Set<Appeal>().Select(appeal => new ValueTuple<int, int>(appeal.Epoch, appeal.Version)).SingleAsync());
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.AboutWidened));
        Assert.NotNull(await desk.Reading.ReadAsync(chair, id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_ClosedLetter_IsRestrictedWhenItIsReopened(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await desk.Reading.ReadAsync(school.Director.Now(school), id);
        await desk.Answering.AnswerAsync(school.Director.Now(school), id, new NewAnswer { Text = "Жооп.", Version = 0 });
        await desk.CloseAsync(school.Director.Now(school), id, 1);

        await WidenAsync(desk, school.Director, id, [About.Responsible]);
        var closed = (await desk.Reading.ReadAsync(school.Chair.Now(school), id))!;
        await desk.Reopening.ReopenAsync(school.Chair.Now(school), id, Why, closed.Version);

        Assert.False(closed.Restricted);
        Assert.True((await desk.Reading.ReadAsync(school.Chair.Now(school), id))!.Restricted);
        Assert.Null(await desk.Reading.ReadAsync(school.Responsible.Now(school), id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenAsync_WhoPrintedTheSlip_TheCodeOpensNothingMore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var paper = new PaperDesk(school);
        var slip = (await paper.PrintAsync(school.Chair, 1))[0];
        var registered = await paper.RegisterAsync(school.Responsible, paper.Letter("Кат.") with { Slip = slip.Number });
        using (var thread = await paper.Writers.OpenAsync(school.School, slip.Code, CancellationToken.None))
            Assert.NotNull(thread);

        await WidenAsync(paper.Desk, school.Responsible, registered.Id, [], school.Chair);

        await Assert.ThrowsAsync<LetterStillInBox>(() => paper.Writers.OpenAsync(school.School, slip.Code, CancellationToken.None));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == registered.Id.Value));
    }

    private static async Task MakeMemberAsync(TestMeeting commission, TestPerson person)
    {
        await using var db = commission.School.Database.Open(commission.School.Id);
        db.Add(new ConvocationMember { School = commission.School.Id, Convocation = commission.Convocation, Person = person.Id, Group = MemberGroup.Teachers, From = new DateOnly(2026, 9, 1) });
        await db.SaveChangesAsync();
    }

    private static async Task<Widened?> WidenAsync(DeskOf desk, TestPerson by, AppealId id, About[] groups, params TestPerson[] persons)
    {
        var now = (await desk.Widening.NowAsync(by.Now(desk.School), id))!;
        var added = new NewAbout { Groups = groups, Persons = [.. persons.Select(person => person.Id)], SteppingBack = false, Version = now.Version };
        return await desk.Widening.WidenAsync(by.Now(desk.School), id, added);
    }

    private static async Task<AppealKeys> KeysAsync(TestSchool school, AppealId id, TestPerson person)
    {
        await using var db = school.Database.Open(school.Id);
        return await AppealKeys.OpenAsync(db, id, person.Id.Value, person.Keys);
    }
}
