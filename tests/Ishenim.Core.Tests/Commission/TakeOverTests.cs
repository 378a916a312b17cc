using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>A school that begins in the middle of the year brings its commission with it (X8).</summary>
public sealed class TakeOverTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TakeAsync_CommissionOnPaper_IsTheCommissionWithItsOfficesAndNumbers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, takeOver, input) = await OpenAsync(database);
        var actor = school.Director.Now(school);

        var id = await takeOver.TakeAsync(actor, input);

        await using var db = database.Open(school.Id);
        var now = (await db.CommissionAsync())!;
        Assert.Equal((id, true, actor.Today, school.Chair.Id), (now.Id, now.TakenOver, now.ConvenedOn!.Value, now.Chair!.Value));
        Assert.Equal((input.Deputy, input.Secretary, 3), (now.Deputy, now.Secretary, now.At(actor.Today).Count()));
        Assert.True(await db.Set<PersonRole>().AnyAsync(one => one.Person == input.Deputy && one.Role == Role.DeputyChair));
        Assert.Equal(3, await db.Set<PersonRole>().CountAsync(one => one.Role == Role.Member));
        Assert.Equal("17", (await db.Set<School>().SingleAsync()).Settings.OrderNumber);
        Assert.Single(await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.ConvocationTakenOver).ToListAsync());
        Assert.Null(await new Convocations(database.Gate).OrderAsync(actor, id));
        Assert.Equal(8, await NextProtocolAsync(database, school));
        await Assert.ThrowsAsync<CommissionIsHere>(() => takeOver.TakeAsync(actor, input));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TakeAsync_NumberKnownFromSetUp_IsProposedAndNeverLowered(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (school, takeOver, input) = await OpenAsync(database);
        var actor = school.Responsible.Now(school);
        await using (var db = database.Open(school.Id))
        {
            db.StartAfter(Series(school), 4);
            await db.SaveChangesAsync();
        }

        Assert.Equal(4, await takeOver.LastProtocolAsync(actor));
        Assert.Equal(4, (await Assert.ThrowsAsync<ProtocolNumberGiven>(() => takeOver.TakeAsync(actor, input with { LastProtocol = 3 }))).Last);
        await takeOver.TakeAsync(actor, input with { LastProtocol = 4 });
        Assert.Equal(5, await NextProtocolAsync(database, school));
    }

    /// <summary>A role that the chair on paper never had in the program: a reader confirms their key first.</summary>
    [Fact]
    public async Task TakeAsync_AnotherChairThanTheProvisionalOne_WaitsForTheConfirmation()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, takeOver, input) = await OpenAsync(database);

        await takeOver.TakeAsync(school.Director.Now(school), input with { Chair = input.Deputy!.Value, Deputy = null });

        await using var db = database.Open(school.Id);
        Assert.False((await db.Set<Account>().SingleAsync(account => account.Person == input.Deputy)).MayRead);
        Assert.Equal(2, await db.Set<PersonRole>().CountAsync(one => one.Role == Role.Chair));
    }

    [Fact]
    public async Task TakeAsync_WhatDoesNotFit_IsRefusedAndKeepsNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (school, takeOver, input) = await OpenAsync(database);
        var actor = school.Director.Now(school);

        await Assert.ThrowsAsync<OnlyDirectorAppoints>(() => takeOver.TakeAsync(school.Chair.Now(school), input));
        await Assert.ThrowsAsync<GroupMissing>(() => takeOver.TakeAsync(actor, input with
        {
            Members = input.Members.Where(member => member.Value != MemberGroup.Teachers).ToDictionary(),
        }));
        await Assert.ThrowsAsync<NotAMember>(() => takeOver.TakeAsync(actor, input with { Secretary = school.Director.Id }));
        await Assert.ThrowsAsync<DeputyIsChair>(() => takeOver.TakeAsync(actor, input with { Deputy = input.Chair }));
        await Assert.ThrowsAsync<ChairMustBeIndependent>(() => takeOver.TakeAsync(actor, input with { Chair = school.Responsible.Id, Deputy = null, Secretary = null }));
        await Assert.ThrowsAsync<ChairIsNotSecretary>(() => takeOver.TakeAsync(actor, input with { Secretary = input.Chair }));
        await Assert.ThrowsAsync<TermNotPossible>(() => takeOver.TakeAsync(actor, input with { Order = input.Order with { Until = input.Order.From.AddDays(-1) } }));
        await Assert.ThrowsAsync<PersonHasLeft>(() => takeOver.TakeAsync(actor, input with
        {
            Members = new Dictionary<PersonId, MemberGroup>(input.Members) { [PersonId.New()] = MemberGroup.Parents },
        }));

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Convocation>().AnyAsync());
    }

    private static async Task<(TestSchool School, TakeOver TakeOver, CommissionOnPaper Input)> OpenAsync(TestDatabase database)
    {
        var school = await TestSchool.OpenAsync(database);
        var teacher = await school.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        var from = new DateOnly(2026, 9, 3);
        return (school, new TakeOver(database.Gate), new CommissionOnPaper
        {
            Order = new AppointmentOrder { Number = "17", Day = from, SignedBy = "Болот Ойлонбаев", From = from, Until = from.AddYears(1), FirstMeetingOn = from.AddDays(5) },
            Members = new Dictionary<PersonId, MemberGroup>
            {
                [school.Responsible.Id] = MemberGroup.Administration, [teacher.Id] = MemberGroup.Teachers, [school.Chair.Id] = MemberGroup.Parents,
            },
            Chair = school.Chair.Id, Deputy = teacher.Id, Secretary = school.Responsible.Id, LastProtocol = 7,
        });
    }

    private static string Series(TestSchool school) => $"protocols:{SchoolYear.From(school.Clock.Today).Begins}";

    private static async Task<long> NextProtocolAsync(TestDatabase database, TestSchool school)
    {
        await using var db = database.Open(school.Id);
        return await database.Gate.InTransactionAsync(db, () => db.NextNumberAsync(Series(school)));
    }
}
