using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class GrantingTests
{
    private static readonly RegisterCursor Newest = new();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_Director_ChairTakesOverWithAllThatWasWritten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Тууганы жөнүндө.") with { Identity = new Identity("Ойдон Чыккан", "0555 000000") });
        await desk.Answering.AddNoteAsync(school.Responsible.Now(school), id, "Белги.");
        using var stolen = await KeysAsync(school, id, school.Director);

        Assert.True(await desk.Access.StepBackAsync(school.Director.Now(school), id));
        await desk.Answering.AddNoteAsync(school.Responsible.Now(school), id, "Кийинки белги.");

        Assert.Equal(["Тууганы жөнүндө.", "Белги.", "Кийинки белги."], await TextsAsync(desk, school.Chair, id));
        Assert.Equal(["Тууганы жөнүндө.", "Белги.", "Кийинки белги."], await TextsAsync(desk, school.Responsible, id));
        Assert.Single((await desk.Identity.ShowAsync(school.Chair.Now(school), id, "Байланышуу керек"))!);
        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Director.Id.Value));
        var later = await db.Set<Part>().OrderBy(part => part.Sequence).Where(part => part.Kind == PartKind.Note).LastAsync();
        Assert.Equal(2, later.Epoch);
        Assert.DoesNotContain((later.Class, later.Epoch), stolen.Held);
        Assert.Equal(
            [(JournalVerb.SteppedBack, school.Director.Id, (PersonId?)null), (JournalVerb.AccessGranted, school.Director.Id, school.Chair.Id)],
            (await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.SteppedBack || line.Verb == JournalVerb.AccessGranted)
                .OrderBy(line => line.Number).ToListAsync()).Select(line => (line.Verb, line.Actor!.Value, line.Person)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_UsualReader_LeavesTheNumberInTheRegisterAndNothingElse(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат.") with { Kind = Kind.Complaint });

        await desk.Access.StepBackAsync(school.Director.Now(school), id);

        var director = await desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), Newest);
        Assert.True(Assert.Single(director.Common) is { Number: "2026-1", Restricted: true, Readable: false, Unread: false, Facts: null });
        Assert.Empty(director.Restricted);
        var chair = await desk.Register.ListAsync(school.Chair.Now(school), new RegisterFilter(), Newest);
        Assert.True(Assert.Single(chair.Restricted) is { Number: "2026-1", Facts.Kind: Kind.Complaint });
        await desk.Reading.ReadAsync(school.Chair.Now(school), id);
        await desk.Answering.AnswerAsync(school.Chair.Now(school), id, new NewAnswer { Text = "Жооп.", Version = 1 });
        await desk.CloseAsync(school.Chair.Now(school), id, 2);
        var closed = Assert.Single((await desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), Newest)).Common);
        Assert.True(closed is { Number: "2026-1", Restricted: false, Readable: false, Facts.State: AppealState.Closed });
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_LastReader_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));

        await Assert.ThrowsAsync<NobodyToTakeOver>(() => desk.Access.StepBackAsync(school.Chair.Now(school), id));

        Assert.Equal(["Директор жөнүндө."], await TextsAsync(desk, school.Chair, id));
        await using var db = database.Open(school.Id);
        Assert.Equal(1, (await db.Set<Appeal>().SingleAsync()).Epoch);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.SteppedBack));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task StepBackAsync_BothUsualReadersAtOnce_OneReaderIsAlwaysLeft(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var ids = new List<AppealId>();
        for (var i = 0; i < 5; i++)
            ids.Add(await desk.AcceptAsync(TestSchool.Letter("Төрага жөнүндө.", About.Chair)));

        foreach (var id in ids)
        {
            var gone = await Task.WhenAll(new[] { school.Director, school.Responsible }.Select(person => TryStepBackAsync(desk, person, id)));
            Assert.Equal(1, gone.Count(one => one));
        }

        foreach (var id in ids)
            Assert.Single(new[] { await desk.Reading.ReadAsync(school.Director.Now(school), id), await desk.Reading.ReadAsync(school.Responsible.Now(school), id) }.OfType<OpenLetter>());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GrantAsync_ExcludedOrUnready_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var member = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жана директор.", About.Director, About.Teacher));
        var chair = school.Chair.Now(school);

        await Assert.ThrowsAsync<ReaderExcluded>(() => desk.Access.GrantAsync(chair, id, school.Director.Id));
        await Assert.ThrowsAsync<ReaderExcluded>(() => desk.Access.GrantAsync(chair, id, member.Id));
        await Assert.ThrowsAsync<ReaderNotEligible>(() => desk.Access.GrantAsync(chair, id, PersonId.New()));
        Assert.False(await desk.Access.GrantAsync(school.Director.Now(school), id, school.Responsible.Id));
    }

    private static async Task<bool> TryStepBackAsync(DeskOf desk, TestPerson person, AppealId id)
    {
        try
        {
            return await desk.Access.StepBackAsync(person.Now(desk.School), id);
        }
        catch (NobodyToTakeOver)
        {
            return false;
        }
    }

    private static async Task<IEnumerable<string>> TextsAsync(DeskOf desk, TestPerson person, AppealId id) =>
        (await desk.Reading.ReadAsync(person.Now(desk.School), id))!.Parts.Select(part => part.Text);

    private static async Task<AppealKeys> KeysAsync(TestSchool school, AppealId id, TestPerson person)
    {
        await using var db = school.Database.Open(school.Id);
        return await AppealKeys.OpenAsync(db, id, person.Id.Value, person.Keys);
    }
}
