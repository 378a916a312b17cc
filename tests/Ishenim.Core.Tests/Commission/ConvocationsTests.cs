using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>How a commission is composed, convened and changed (C1).</summary>
public sealed class ConvocationsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ConveneAsync_AllThreeGroups_IsTheCommissionAndItsMembersGetTheRole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, convocations, actor) = await OpenAsync(database);
        var (teacher, parent) = (await school.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor), await school.AddAsync("Сезим Энеева", Position.Committee));
        var id = await convocations.AddAsync(actor, Order(actor));
        await convocations.PutAsync(actor, id, school.Responsible.Id, MemberGroup.Administration);
        await convocations.PutAsync(actor, id, teacher.Id, MemberGroup.Teachers);
        await Assert.ThrowsAsync<GroupMissing>(() => convocations.ConveneAsync(actor, id, 0));
        await convocations.PutAsync(actor, id, parent.Id, MemberGroup.Parents);
        await convocations.ConveneAsync(actor, id, 0);

        await using var db = database.Open(school.Id);
        var now = await db.CommissionAsync();
        Assert.Equal((id, actor.Today, null, null), (now!.Id, now.ConvenedOn!.Value, now.Chair, now.Secretary));
        var members = await db.Set<PersonRole>().Where(one => one.Role == Role.Member).Select(one => one.Person).ToListAsync();
        Assert.Superset(new[] { school.Responsible.Id, teacher.Id, parent.Id }.ToHashSet(), members.ToHashSet());
        Assert.Equal(("17", actor.Today), ((await db.Set<School>().SingleAsync()).Settings.OrderNumber, (await db.Set<School>().SingleAsync()).Settings.OrderOn));
        Assert.Single(await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.ConvocationConvened).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ConveneAsync_AnotherAfterIt_EndsTheFirstAndTakesTheRoleFromWhoHoldsNoLetter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, actor) = (commission.School, commission.School.Director.Now(commission.School));
        var convocations = new Convocations(database.Gate);
        var id = await convocations.AddAsync(actor, Order(actor));
        await convocations.PutAsync(actor, id, school.Responsible.Id, MemberGroup.Administration);
        await convocations.PutAsync(actor, id, commission.Secretary.Id, MemberGroup.Teachers);
        await convocations.PutAsync(actor, id, school.Chair.Id, MemberGroup.Parents);
        await convocations.ConveneAsync(actor, id, 0);

        await using var db = database.Open(school.Id);
        Assert.Equal(id, (await db.CommissionAsync())!.Id);
        Assert.Equal(actor.Today, (await db.Set<Convocation>().SingleAsync(one => one.Id == commission.Convocation)).EndedOn);
        Assert.False(await db.Set<PersonRole>().AnyAsync(one => one.Person == commission.Absent.Id && one.Role == Role.Member));
        Assert.True(await db.Set<PersonRole>().AnyAsync(one => one.Person == commission.Secretary.Id && one.Role == Role.Member));
    }

    [Fact]
    public async Task Draft_WhatDoesNotFit_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, convocations, actor) = await OpenAsync(database);
        await Assert.ThrowsAsync<OnlyDirectorAppoints>(() => convocations.AddAsync(school.Chair.Now(school), Order(actor)));
        await Assert.ThrowsAsync<TermNotPossible>(() => convocations.AddAsync(actor, Order(actor) with { Until = actor.Today.AddDays(-1) }));
        await Assert.ThrowsAsync<TermNotPossible>(() => convocations.AddAsync(actor, Order(actor) with { FirstMeetingOn = actor.Today.AddDays(-1) }));
        var id = await convocations.AddAsync(actor, Order(actor));
        await Assert.ThrowsAsync<ConvocationInPreparation>(() => convocations.AddAsync(actor, Order(actor)));
        await convocations.PutAsync(actor, id, school.Responsible.Id, MemberGroup.Administration);
        await Assert.ThrowsAsync<MemberOfTwoGroups>(() => convocations.PutAsync(actor, id, school.Responsible.Id, MemberGroup.Parents));
        await Assert.ThrowsAsync<PersonHasLeft>(() => convocations.PutAsync(actor, id, PersonId.New(), MemberGroup.Parents));
        await Assert.ThrowsAsync<ConvocationNotConvened>(() => convocations.LeaveAsync(actor, id, Leave(actor, school.Responsible.Id)));
        await convocations.ChangeAsync(actor, id, 0, Order(actor) with { Number = "18" });
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => convocations.ChangeAsync(actor, id, 0, Order(actor) with { Number = "19" }));
        await convocations.DropAsync(actor, id);
        Assert.NotEqual(id, await convocations.AddAsync(actor, Order(actor)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LeaveAsync_ChairOfTheCommission_OfficeIsFreeAndTheSuccessorIsOfTheSameGroup(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, actor) = (commission.School, commission.School.Director.Now(commission.School));
        var convocations = new Convocations(database.Gate);
        var next = await school.AddAsync("Асел Кийинкиева", Position.Committee);
        await convocations.LeaveAsync(actor, commission.Convocation, Leave(actor, school.Chair.Id) with { Successor = next.Id, Leaving = MemberLeaving.Replaced });

        await using var db = database.Open(school.Id);
        var now = (await db.CommissionAsync())!;
        Assert.Null(now.Chair);
        Assert.Equal(commission.Secretary.Id, now.Secretary);
        Assert.DoesNotContain(now.At(actor.Today), member => member.Person == school.Chair.Id);
        Assert.Equal(MemberGroup.Parents, now.At(actor.Today).Single(member => member.Person == next.Id).Group);
        Assert.True(await db.Set<PersonRole>().AnyAsync(one => one.Person == next.Id && one.Role == Role.Member));
    }

    [Fact]
    public async Task LeaveAsync_WhatDoesNotFit_IsRefusedAndChangesNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, actor) = (commission.School, commission.School.Director.Now(commission.School));
        var (convocations, id) = (new Convocations(database.Gate), commission.Convocation);
        await Assert.ThrowsAsync<LastOfGroup>(() => convocations.LeaveAsync(actor, id, Leave(actor, commission.Secretary.Id)));
        await Assert.ThrowsAsync<NotAMember>(() => convocations.LeaveAsync(actor, id, Leave(actor, school.Director.Id)));
        await Assert.ThrowsAsync<MemberDayNotPossible>(() => convocations.LeaveAsync(actor, id, Leave(actor, commission.Absent.Id) with { Day = actor.Today.AddDays(1) }));
        await Assert.ThrowsAsync<SuccessorIsMember>(() => convocations.LeaveAsync(actor, id, Leave(actor, commission.Absent.Id) with { Successor = school.Chair.Id }));
        await Assert.ThrowsAsync<ConvocationIsConvened>(() => convocations.PutAsync(actor, id, school.Director.Id, MemberGroup.Administration));

        await using var db = database.Open(school.Id);
        Assert.All((await db.CommissionAsync())!.Members, member => Assert.Null(member.To));
    }

    private static async Task<(TestSchool School, Convocations Convocations, Actor Actor)> OpenAsync(TestDatabase database)
    {
        var school = await TestSchool.OpenAsync(database);
        return (school, new Convocations(database.Gate), school.Director.Now(school));
    }

    private static AppointmentOrder Order(Actor actor) => new()
    {
        Number = "17", Day = actor.Today, SignedBy = "Болот Ойлонбаев", From = actor.Today, Until = actor.Today.AddYears(1), FirstMeetingOn = actor.Today.AddDays(7),
    };

    private static MemberLeave Leave(Actor actor, PersonId person) => new()
    {
        Person = person, Day = actor.Today, Leaving = MemberLeaving.Excused, Reason = "Башка мектепке которулду", Successor = null,
    };
}
