using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A letter on an agenda that is forwarded, widened or restricted as well, and a member who leaves the school: each ends by itself.</summary>
public sealed class AgendaBesideTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ForwardedAndOnAnAgenda_EndsOneByOne_LeavesWhatTheOtherGives(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk, both) = (agenda.School, agenda.Desk, agenda.Commission.Secretary);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var reader = school.Responsible.Now(school);
        var item = await agenda.PutAsync(id);
        await ForwardAsync(desk, reader, id, both.Id);
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk, KeyClass.Commission], await agenda.ClassesAsync(id, both));

        Assert.True(await desk.Given.HandBackAsync(both.Now(school), id, new Report { Text = "Текшердим.", Answer = "" }));
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Commission], await agenda.ClassesAsync(id, both));
        Assert.NotNull(await desk.AgendaReading.ReadAsync(both.Now(school), item));

        await ForwardAsync(desk, reader, id, both.Id);
        Assert.True(await desk.Agendas.TakeOffAsync(reader, item));
        Assert.Equal([KeyClass.Letter, KeyClass.Reply, KeyClass.Desk], await agenda.ClassesAsync(id, both));
        Assert.NotNull(await desk.Reading.ReadGivenAsync(both.Now(school), id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WidenOrStepBack_WhileOnTheAgenda_TakesItAndHidesTheItemOfWhatBecameRestricted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, desk) = (agenda.School, agenda.Desk);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        var item = await agenda.PutAsync(id);
        var director = school.Director.Now(school);

        Assert.True(await desk.Access.StepBackAsync(agenda.Commission.Absent.Now(school), id));
        Assert.Equal((false, "2026-1"), ((await agenda.ItemAsync(item)).Restricted, (await agenda.ItemAsync(item)).Number));
        await WidenAsync(desk, director, id, [About.Teacher]);
        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Secretary));
        Assert.Empty(await agenda.ClassesAsync(id, agenda.Commission.Absent));
        await using var db = database.Open(school.Id);
        Assert.Equal([school.Chair.Id.Value], await db.OpenAssignments(id).Select(one => one.Recipient).ToListAsync());
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Person == agenda.Commission.Secretary.Id));

        // The responsible person sees the register: it leaves it, and the common agenda with it.
        await WidenAsync(desk, director, id, [About.Responsible]);
        var row = await agenda.ItemAsync(item);
        Assert.Equal((true, null), (row.Restricted, row.Number));
        Assert.Empty(row.Recused);
        Assert.Null(await desk.AgendaReading.AppealAsync(school.Responsible.Now(school), item));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LeaveAsync_MemberOfTheCommission_HasNothingOnItsAgenda(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var agenda = await AgendaOf.OpenAsync(database);
        var (school, absent) = (agenda.School, agenda.Commission.Absent);
        var id = await agenda.Desk.AcceptAsync(TestSchool.Letter("Кат."));
        await agenda.PutAsync(id);

        await new Convocations(database.Gate).LeaveAsync(school.Director.Now(school), agenda.Commission.Convocation, new MemberLeave
        {
            Person = absent.Id, Day = school.Clock.Today, Leaving = MemberLeaving.Excused, Reason = "Көчүп кетти.", Successor = null,
        });

        Assert.Empty(await agenda.ClassesAsync(id, absent));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<PersonRole>().AnyAsync(role => role.Person == absent.Id));
    }

    private static async Task ForwardAsync(Appeals.DeskOf desk, Actor reader, AppealId id, PersonId to) => Assert.True(await desk.Forwarding.ForwardAsync(reader, id, new NewForwarding
    {
        To = [to], Commission = false, Lead = null, Text = "Текшерип бериңиз.", DueOn = reader.Today, WithIdentity = false, Redacted = false, Version = (await desk.Forwarding.OfferAsync(reader, id))!.Version,
    }));

    private static async Task WidenAsync(Appeals.DeskOf desk, Actor by, AppealId id, About[] groups) => Assert.NotNull(await desk.Widening.WidenAsync(by, id, new NewAbout
    {
        Groups = groups, Persons = [], SteppingBack = false, Version = (await desk.Widening.NowAsync(by, id))!.Version,
    }));
}
