using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>The order that appoints a commission: from its rows while it is composed, then frozen; and who leaves the school leaves it.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OrderAsync_ConvenedAndAYearLater_SaysWhatItSaidThen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var (convocations, actor) = (new Convocations(database.Gate), school.Director.Now(school));
        var teacher = await school.AddAsync("Нурлан Мугалимов", Position.Teacher, Role.Executor);
        await AwayAsync(school, teacher);
        var id = await ComposeAsync(school, convocations, teacher);

        var draft = (await convocations.OrderAsync(actor, id))!;
        Assert.Null(draft.Fingerprint);
        await convocations.ConveneAsync(actor, id, 0);
        school.Time.Pass(TimeSpan.FromDays(370));
        await using (var db = database.Open(school.Id))
            await db.Set<Person>().ExecuteUpdateAsync(row => row.SetProperty(person => person.Name, "Башка Ысым"));

        var frozen = (await convocations.OrderAsync(actor, id))!;
        Assert.NotNull(frozen.Fingerprint);
        Assert.Equal(("17", "Болот Ойлонбаев", "ky", 15), (frozen.Form.Number, frozen.Form.SignedBy, frozen.Form.Language, frozen.Form.OpeningEveryDays));
        Assert.Equal(["Айгүл Үлгүева", "Нурлан Мугалимов", "Жылдыз Мисалиева"], frozen.Form.Members.Select(member => member.Name));
        Assert.Equal(draft.Form.Members, frozen.Form.Members);
        Assert.Equal(new FrozenResponsible("Айгүл Үлгүева", "сыноочу", Deputy: true, new FrozenStandIn("Нурлан Мугалимов", "сыноочу")), frozen.Form.Responsible);
        await using var again = database.Open(school.Id);
        Assert.Equal(1, await VerifyForms.CheckAsync(again, CancellationToken.None));
        Assert.Null(await convocations.OrderAsync(actor, ConvocationId.New()));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LeaveAsync_MemberLeavesTheSchool_LeavesTheCommissionAndTheGroupIsFilledAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, secretary) = (commission.School, commission.Secretary);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var next = await school.AddAsync("Асел Кийинкиева", Position.Teacher);
        var (convocations, actor) = (new Convocations(database.Gate), school.Director.Now(school));

        await Assert.ThrowsAsync<GroupHasMembers>(() => convocations.FillAsync(actor, commission.Convocation, next.Id, MemberGroup.Teachers));
        await new SteppingDown(database.Gate).StepDownAsync(secretary.Now(school));
        await new People(database.Gate).LeaveAsync(administrator.Now(school), secretary.Id);

        await using (var db = database.Open(school.Id))
        {
            var now = (await db.CommissionAsync())!;
            var left = now.Members.Single(member => member.Person == secretary.Id);
            Assert.Equal((school.Clock.Today, MemberLeaving.Excused, ""), (left.To!.Value, left.Leaving, left.Reason));
            Assert.Equal((null, school.Chair.Id), (now.Secretary, now.Chair));
            Assert.Equal([MemberGroup.Teachers], Convocations.MissingOf(now.At(school.Clock.Today)));
        }
        await Assert.ThrowsAsync<SuccessorIsMember>(() => convocations.FillAsync(actor, commission.Convocation, secretary.Id, MemberGroup.Teachers));
        await convocations.FillAsync(actor, commission.Convocation, next.Id, MemberGroup.Teachers);
        await using var after = database.Open(school.Id);
        Assert.Empty(Convocations.MissingOf((await after.CommissionAsync())!.At(school.Clock.Today)));
        Assert.True(await after.Set<PersonRole>().AnyAsync(held => held.Person == next.Id && held.Role == Role.Member));
    }

    [Fact]
    public async Task LeaveAsync_NamedInADraft_IsTakenOutOfIt()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var teacher = await school.AddAsync("Нурлан Мугалимов", Position.Teacher);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        await ComposeAsync(school, new Convocations(database.Gate), teacher);

        await new People(database.Gate).LeaveAsync(administrator.Now(school), teacher.Id);

        await using var db = database.Open(school.Id);
        Assert.Equal(2, (await db.Set<Convocation>().Include(one => one.Members).SingleAsync()).Members.Count);
    }

    private static async Task<ConvocationId> ComposeAsync(TestSchool school, Convocations convocations, TestPerson teacher)
    {
        var actor = school.Director.Now(school);
        var id = await convocations.AddAsync(actor, new AppointmentOrder
        {
            Number = "17", Day = actor.Today, SignedBy = "Болот Ойлонбаев", From = actor.Today, Until = actor.Today.AddYears(1), FirstMeetingOn = actor.Today.AddDays(7),
        });
        await convocations.PutAsync(actor, id, school.Chair.Id, MemberGroup.Parents);
        await convocations.PutAsync(actor, id, teacher.Id, MemberGroup.Teachers);
        await convocations.PutAsync(actor, id, school.Responsible.Id, MemberGroup.Administration);
        return id;
    }

    private static async Task AwayAsync(TestSchool school, TestPerson by)
    {
        await using var db = school.Database.Open(school.Id);
        db.Add(new StandIn { School = school.Id, Id = Guid.NewGuid(), For = school.Responsible.Id, By = by.Id, From = school.Clock.Today, To = school.Clock.Today.AddDays(9) });
        await db.SaveChangesAsync();
    }
}
