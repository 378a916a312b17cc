using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>The roles of chair and deputy follow the elections, and letters about the director always have a reader (X2, C3).</summary>
public sealed class ChairRoleTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task GiveAsync_MereMember_TheChairBeforeReadsUntilTheKeyIsConfirmed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, elected) = (commission.School, commission.Absent);

        await GiveAsync(commission, AgendaKind.ElectChair, elected);
        Assert.Equal(elected.Id, (await CommissionAsync(school)).Chair);
        Assert.True(await HasAsync(school, elected, Role.Chair) && await HasAsync(school, school.Chair, Role.Chair));
        Assert.False(await MayReadAsync(school, elected));
        Assert.Equal([school.Chair.Id], await ReadersOfLetterAboutDirectorAsync(school));

        school.Time.Pass(TimeSpan.FromDays(2));
        await new KeyConfirmation(database.Gate).ConfirmAsync(school.Director.Now(school), elected.Id, elected.Keys.Fingerprint);
        Assert.False(await HasAsync(school, school.Chair, Role.Chair));
        Assert.Equal([elected.Id], await ReadersOfLetterAboutDirectorAsync(school));
        await using var db = database.Open(school.Id);
        Assert.Equal(school.Clock.Today, (await db.Set<School>().SingleAsync()).ReadersSince);
        Assert.Equal(2, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.PersonChanged));
    }

    /// <summary>They hold the letter that came to them before, and give it on themselves.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SettleAsync_FormerChairHoldsLetters_StaysAMemberWithThem(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, elected) = (commission.School, commission.Absent);
        await ReadersOfLetterAboutDirectorAsync(school);

        await GiveAsync(commission, AgendaKind.ElectChair, elected);
        await new KeyConfirmation(database.Gate).ConfirmAsync(school.Director.Now(school), elected.Id, elected.Keys.Fingerprint);

        Assert.False(await HasAsync(school, school.Chair, Role.Chair));
        Assert.True(await HasAsync(school, school.Chair, Role.Member));
        var step = await new HandOver(database.Gate).GiveAsync(school.Chair.Now(school), elected.Id, null);
        Assert.Equal((1, 0), (step.Given, step.Withheld));
    }

    [Fact]
    public async Task GiveAsync_ProvisionalChair_ChangesNothingButTheConvocation()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var school = commission.School;
        await commission.ChangeAsync("UPDATE \"Convocations\" SET \"Chair\" = NULL");

        await GiveAsync(commission, AgendaKind.ElectChair, school.Chair);
        await GiveAsync(commission, AgendaKind.ElectSecretary, commission.Absent);

        var now = await CommissionAsync(school);
        Assert.Equal((school.Chair.Id, commission.Absent.Id), (now.Chair, now.Secretary));
        Assert.True(await MayReadAsync(school, school.Chair) && await MayReadAsync(school, commission.Absent));
        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Verb == JournalVerb.PersonChanged));
    }

    [Fact]
    public async Task GiveAsync_WhoMayNotBeIt_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var school = commission.School;

        await Assert.ThrowsAsync<ChairMustBeIndependent>(() => GiveAsync(commission, AgendaKind.ElectChair, school.Responsible));
        await Assert.ThrowsAsync<ChairMustBeIndependent>(() => GiveAsync(commission, AgendaKind.ElectDeputy, school.Director));
        await Assert.ThrowsAsync<DeputyIsChair>(() => GiveAsync(commission, AgendaKind.ElectDeputy, school.Chair));
        Assert.Equal((school.Chair.Id, null), ((await CommissionAsync(school)).Chair, (await CommissionAsync(school)).Deputy));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task LeaveAsync_Chair_LosesTheRoleOnlyWhereADeputyStandsIn(DatabaseKind kind, bool deputy)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var school = commission.School;
        if (deputy)
            await GiveAsync(commission, AgendaKind.ElectDeputy, commission.Absent);

        await LeaveAsync(commission, school.Chair);

        Assert.Equal(!deputy, await HasAsync(school, school.Chair, Role.Chair));
        Assert.Equal([deputy ? commission.Absent.Id : school.Chair.Id], await ReadersOfLetterAboutDirectorAsync(school));
    }

    /// <summary>Letters for the chair come to this deputy already: were the key asked for anew, they would come to nobody.</summary>
    [Fact]
    public async Task GiveAsync_DeputyWhoStandsInAlone_KeepsTheConfirmation()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var (school, deputy) = (commission.School, commission.Absent);
        await GiveAsync(commission, AgendaKind.ElectDeputy, deputy);
        await LeaveAsync(commission, school.Chair);

        await GiveAsync(commission, AgendaKind.ElectChair, deputy);

        Assert.True(await HasAsync(school, deputy, Role.Chair));
        Assert.False(await HasAsync(school, deputy, Role.DeputyChair));
        Assert.Null((await CommissionAsync(school)).Deputy);
        Assert.Equal([deputy.Id], await ReadersOfLetterAboutDirectorAsync(school));
    }

    [Fact]
    public async Task GiveAsync_AnotherDeputy_TheOneBeforeIsNone()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        await GiveAsync(commission, AgendaKind.ElectDeputy, commission.Absent);

        await GiveAsync(commission, AgendaKind.ElectDeputy, commission.Secretary);

        Assert.False(await HasAsync(commission.School, commission.Absent, Role.DeputyChair));
        Assert.True(await HasAsync(commission.School, commission.Secretary, Role.DeputyChair));
    }

    /// <summary>Nobody holds a letter yet, and the school opens with the elected chair, not with two.</summary>
    [Fact]
    public async Task GiveAsync_SchoolNotOpenedYet_GoesOverAtOnceAndOpensIt()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        var school = commission.School;
        await commission.ChangeAsync("UPDATE \"Accounts\" SET \"ConfirmedOn\" = NULL");
        await commission.ChangeAsync("UPDATE \"Schools\" SET \"OpenedOn\" = NULL");

        await GiveAsync(commission, AgendaKind.ElectChair, commission.Absent);

        Assert.False(await HasAsync(school, school.Chair, Role.Chair));
        Assert.True(await MayReadAsync(school, commission.Absent));
        await using var db = database.Open(school.Id);
        Assert.Equal(school.Clock.Today, (await db.Set<School>().SingleAsync()).OpenedOn);
    }

    private static async Task GiveAsync(TestMeeting commission, AgendaKind office, TestPerson elected)
    {
        var (gate, school) = (commission.School.Database.Gate, commission.School);
        await using var db = gate.Open(school.Id);
        await gate.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await ChairRole.GiveAsync(db, school.Responsible.Now(school), (await db.CommissionAsync())!, office, elected.Id);
        });
    }

    private static Task LeaveAsync(TestMeeting commission, TestPerson person) => new Convocations(commission.School.Database.Gate).LeaveAsync(
        commission.School.Director.Now(commission.School), commission.Convocation, new MemberLeave
        {
            Person = person.Id, Day = commission.School.Clock.Today, Leaving = MemberLeaving.Excused, Reason = "Өзү суранды", Successor = null,
        });

    private static async Task<IReadOnlyList<PersonId>> ReadersOfLetterAboutDirectorAsync(TestSchool school)
    {
        var letter = TestSchool.Letter("Директор акча чогултат.", About.Director);
        await school.AcceptAsync(letter);
        await using var db = school.Database.Open(school.Id);
        return await db.ReadersOfAsync(await db.Set<Appeal>().SingleAsync(one => one.Id == letter.Draft.Id));
    }

    private static async Task<Convocation> CommissionAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        return (await db.CommissionAsync())!;
    }

    private static async Task<bool> HasAsync(TestSchool school, TestPerson person, Role role)
    {
        await using var db = school.Database.Open(school.Id);
        return await db.Set<PersonRole>().AnyAsync(held => held.Person == person.Id && held.Role == role);
    }

    private static async Task<bool> MayReadAsync(TestSchool school, TestPerson person)
    {
        await using var db = school.Database.Open(school.Id);
        return (await db.Set<Account>().SingleAsync(account => account.Person == person.Id)).MayRead;
    }
}
