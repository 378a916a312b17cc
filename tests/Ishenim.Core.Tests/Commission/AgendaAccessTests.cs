using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>How long members read a letter: until it is taken off, they stay away, or the chair ends it; and again when it is moved.</summary>
public sealed class AgendaAccessTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TakeOffAsync_BeforeTheMeeting_MembersLoseItAndANewEpochBegins(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var (id, other) = (await desk.AcceptAsync(TestSchool.Letter("Кат.")), await desk.AcceptAsync(TestSchool.Letter("Экинчи.")));
        var (item, second) = (await agenda.PutAsync(id, school.Director), await agenda.PutAsync(other));

        await Assert.ThrowsAsync<NotTakenOffByOthers>(() => desk.Agendas.TakeOffAsync(agenda.Commission.Absent.Now(school), item));
        Assert.True(await desk.Agendas.TakeOffAsync(school.Director.Now(school), item));

        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        Assert.Equal(1, (await agenda.ItemAsync(second)).Place);
        await using var db = database.Open(school.Id);
        Assert.Equal(2, await db.Set<Appeal>().Where(one => one.Id == id).Select(one => one.Epoch).SingleAsync());
        Assert.All(await db.Set<Assignment>().Where(one => one.Appeal == id).ToListAsync(), one => Assert.Equal(AssignmentState.Recalled, one.State));
        await agenda.Commission.HoldAsync(agenda.Meeting);
        await Assert.ThrowsAsync<AgendaStands>(() => desk.Agendas.TakeOffAsync(school.Responsible.Now(school), second));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BeganAndEnded_AbsentLoseLateComersGetItBackAndTheChairEndsAll(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk, absent) = (agenda.School, agenda.Desk, agenda.Commission.Absent);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = await agenda.PutAsync(id);

        await agenda.BeginAsync(school.Chair);

        Assert.Empty(await agenda.ClassesAsync(id, absent));
        Assert.Null(await desk.AgendaReading.ReadAsync(absent.Now(school), item));
        Assert.NotNull(await desk.AgendaReading.ReadAsync(agenda.Commission.Secretary.Now(school), item));
        await agenda.InAsync(db => AgendaAccess.ReturnAsync(db, school.Chair.Now(school), agenda.Meeting, [absent.Id]));
        Assert.NotNull(await desk.AgendaReading.ReadAsync(absent.Now(school), item));

        await Assert.ThrowsAsync<MeetingGoesOn>(() => desk.AgendaAccess.EndAsync(school.Chair.Now(school), agenda.Meeting));
        await agenda.Commission.EndAsync(agenda.Meeting);
        await Assert.ThrowsAsync<OnlyChairEndsAccess>(() => desk.AgendaAccess.EndAsync(school.Responsible.Now(school), agenda.Meeting));
        Assert.True(await desk.AgendaAccess.EndAsync(school.Chair.Now(school), agenda.Meeting));
        Assert.True(await desk.AgendaAccess.EndAsync(school.Chair.Now(school), agenda.Meeting));

        foreach (var person in new[] { school.Chair, agenda.Commission.Secretary, absent })
            Assert.Empty(await agenda.ClassesAsync(id, person));
        Assert.Equal(school.Clock.Today, (await agenda.Commission.RowAsync(agenda.Meeting)).AccessEndedOn);
        Assert.NotNull(await desk.Reading.ReadAsync(school.Responsible.Now(school), id));
        await using var db = database.Open(school.Id);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.AgendaAccessEnded));
        // Each of the losses began a new epoch: the chair held the letter.
        Assert.Equal(3, await db.Set<Appeal>().Select(one => one.Epoch).SingleAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task KeepAsync_WhoBeginsDoesNotHoldTheLetter_GrantsGoAndTheNextRevocationBeginsTheEpoch(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        // Kept from the secretary, who begins.
        var id = await desk.AcceptAsync(TestSchool.Letter("Мугалим жөнүндө.", About.Teacher));
        await agenda.PutAsync(id);

        await agenda.BeginAsync(agenda.Commission.Secretary);

        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Absent));
        await using var db = database.Open(school.Id);
        Assert.Equal(1, await db.Set<Appeal>().Select(one => one.Epoch).SingleAsync());
        await agenda.InAsync(one => AgendaAccess.ReturnAsync(one, agenda.Commission.Secretary.Now(school), agenda.Meeting, [agenda.Commission.Absent.Id, agenda.Commission.Secretary.Id]));
        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Absent));
        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        Assert.True(await desk.Access.StepBackAsync(school.Chair.Now(school), id));
        Assert.Equal(2, await db.Set<Appeal>().Select(one => one.Epoch).SingleAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task MoveAsync_ToAnotherMeeting_WhoHasItKeepsItAndWhoWasAbsentGetsItBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var first = await agenda.PutAsync(id);
        await agenda.BeginAsync(school.Chair);
        var next = new AgendaItem { School = school.Id, Id = Guid.NewGuid(), Meeting = await agenda.Commission.PlanAsync(), Place = 1, Kind = AgendaKind.Letter, Appeal = id };

        await agenda.InAsync(async db =>
        {
            db.Add(next);
            await AgendaAccess.MoveAsync(db, school.Chair.Now(school), await db.Set<AgendaItem>().SingleAsync(one => one.Id == first), next);
        });

        foreach (var person in new[] { school.Chair, agenda.Commission.Secretary, agenda.Commission.Absent })
        {
            Assert.Equal(AgendaOf.Ask, (await desk.AgendaReading.ReadAsync(person.Now(school), next.Id))!.Ask!.Value.Text);
            Assert.Null(await desk.AgendaReading.ReadAsync(person.Now(school), first));
        }
        Assert.Equal("2026-1", (await agenda.ItemAsync(next.Id)).Number);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CloseAsync_LetterOnAnAgenda_EndsTheMembersAccess(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = await agenda.PutAsync(id);
        var reader = school.Responsible.Now(school);

        await desk.Answering.AnswerAsync(reader, id, new NewAnswer { Text = "Жооп.", Version = (await desk.Reading.ReadAsync(reader, id))!.Version });
        Assert.True(await desk.CloseAsync(reader, id, (await desk.Reading.ReadAsync(reader, id))!.Version));

        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        Assert.Null(await desk.AgendaReading.ReadAsync(school.Chair.Now(school), item));
    }
}
