using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Staff;

public sealed class PeopleTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeaveAsync_WhoMayHoldLetters_IsRefusedWithAndWithoutLetters(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var people = new People(database.Gate);

        await Assert.ThrowsAsync<ReaderMustStepDown>(() => people.LeaveAsync(administrator.Now(school), school.Chair.Id));
        await Assert.ThrowsAsync<ReaderMustStepDown>(() => people.ChangeAsync(administrator.Now(school), school.Chair.Id, 0, Input(Role.Administrator)));
        await school.AcceptAsync(TestSchool.Letter("Директор акча чогултат.", About.Director));
        await Assert.ThrowsAsync<ReaderMustStepDown>(() => people.LeaveAsync(administrator.Now(school), school.Chair.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task StepDownAsync_Reader_LettersGoOnWithANewEpochAndTheAccountCanBeClosed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        await school.AcceptAsync(TestSchool.Letter("Ашкана муздак."));

        await new SteppingDown(database.Gate).StepDownAsync(school.Responsible.Now(school));
        await school.AcceptAsync(TestSchool.Letter("Терезе сынык."));
        await new People(database.Gate).LeaveAsync(administrator.Now(school), school.Responsible.Id);

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Responsible.Id.Value));
        Assert.False(await db.Set<Account>().AnyAsync(account => account.Person == school.Responsible.Id));
        var letter = await db.Set<Appeal>().SingleAsync(one => one.Epoch == 2);
        using var keys = await AppealKeys.OpenAsync(db, letter.Id, school.Director.Id.Value, school.Director.Keys);
        Assert.True(keys.Has(KeyClass.Letter, 1) && keys.Has(KeyClass.Reply, 2));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ChangeAsync_UsualReaderToMember_IsRefusedUntilSteppedDown(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var people = new People(database.Gate);

        await Assert.ThrowsAsync<ReaderMustStepDown>(() => people.ChangeAsync(administrator.Now(school), school.Director.Id, 0, Input(Role.Member)));
        await Assert.ThrowsAsync<ReaderMustStepDown>(() => people.ChangeAsync(administrator.Now(school), school.Director.Id, 0, Input(Role.Chair)));
        school.Time.Pass(TimeSpan.FromDays(3));
        await new SteppingDown(database.Gate).StepDownAsync(school.Director.Now(school));
        await people.ChangeAsync(administrator.Now(school), school.Director.Id, 0, Input(Role.Member));

        await using var db = database.Open(school.Id);
        Assert.Equal(school.Clock.Today, (await db.Set<School>().SingleAsync()).ReadersSince);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ChangeAsync_ChairBecomesDirector_IsConfirmedAnew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        school.Time.Pass(TimeSpan.FromDays(3));

        await new People(database.Gate).ChangeAsync(administrator.Now(school), school.Chair.Id, 0, Input(Role.Director));

        await using var db = database.Open(school.Id);
        Assert.False((await db.Set<Account>().SingleAsync(account => account.Person == school.Chair.Id)).MayRead);
        Assert.Equal(school.Clock.Today, (await db.Set<School>().SingleAsync()).ReadersSince);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task StepDownAsync_OnlyReader_WhomTheRuleNamesTakesOver(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Директор акча чогултат.", About.Director));
        var steppingDown = new SteppingDown(database.Gate);
        await Assert.ThrowsAsync<NobodyToTakeOver>(() => steppingDown.StepDownAsync(school.Chair.Now(school)));
        var member = await school.AddAsync("Мээрим Ойдонова", Position.Committee, Role.Member);

        await steppingDown.StepDownAsync(school.Chair.Now(school));

        await using var db = database.Open(school.Id);
        var letter = await db.Set<Appeal>().SingleAsync();
        var recipients = await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Letter && grant.Recipient != letter.Id.Value).Select(grant => grant.Recipient).Distinct().ToListAsync();
        Assert.Equal([member.Id.Value], recipients);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task StepDownAsync_TwoLastReadersAtOnce_OneStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Ашкана муздак.", About.Chair));
        var steppingDown = new SteppingDown(database.Gate);

        var outcomes = await Task.WhenAll(new[] { school.Responsible, school.Director }.Select(async person =>
        {
            try
            {
                await steppingDown.StepDownAsync(person.Now(school));
                return true;
            }
            catch (NobodyToTakeOver)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, down => down);
        await using var db = database.Open(school.Id);
        var letter = await db.Set<Appeal>().SingleAsync();
        Assert.Equal(1, await db.Set<Grant>().CountAsync(grant => grant.Class == KeyClass.Letter && grant.Epoch == letter.Epoch && grant.Recipient != letter.Id.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeaveAsync_OnlyAdministrator_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);

        await Assert.ThrowsAsync<AdministratorNeeded>(() => new People(database.Gate).LeaveAsync(administrator.Now(school), administrator.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ChangeAsync_BecomesReader_KeyIsConfirmedAnewBeforeLettersCome(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator, Role.Executor);

        await new People(database.Gate).ChangeAsync(administrator.Now(school), administrator.Id, 0, Input(Role.Administrator, Role.Responsible));
        await school.AcceptAsync(TestSchool.Letter("Ашкана муздак."));

        await using var db = database.Open(school.Id);
        Assert.Null((await db.Set<Account>().SingleAsync(account => account.Person == administrator.Id)).ConfirmedOn);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == administrator.Id.Value));
    }

    [Theory]
    [InlineData(Role.Director)]
    [InlineData(Role.Responsible)]
    public async Task AddAsync_ChairWhoIsDirectorOrResponsible_IsRefused(Role role)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        await Assert.ThrowsAsync<ChairMustBeIndependent>(() => new People(database.Gate).AddAsync(school.Director.Now(school), Input(Role.Chair, role)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ConfirmAsync_OtherFingerprintOwnKeyOrUnconfirmedConfirmer_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var fresh = await school.AddAsync("Нурлан Жаңыбаев", Position.Deputy, confirmed: false, Role.Responsible);
        var confirmation = new KeyConfirmation(database.Gate);

        await Assert.ThrowsAsync<KeyChangedMeanwhile>(() => confirmation.ConfirmAsync(school.Director.Now(school), fresh.Id, school.Chair.Keys.Fingerprint));
        await Assert.ThrowsAsync<OwnKeyNotConfirmed>(() => confirmation.ConfirmAsync(fresh.Now(school), fresh.Id, fresh.Keys.Fingerprint));
        await Assert.ThrowsAsync<ConfirmerMayNotRead>(() => confirmation.ConfirmAsync(fresh.Now(school), school.Chair.Id, school.Chair.Keys.Fingerprint));

        await confirmation.ConfirmAsync(school.Director.Now(school), fresh.Id, fresh.Keys.Fingerprint);
        await using var db = database.Open(school.Id);
        Assert.True((await db.Set<Account>().SingleAsync(account => account.Person == fresh.Id)).MayRead);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task GiveAsync_LettersOfAllKinds_NeverReachesWhomTheyAreAbout(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await using var db = database.Open(school.Id);
        var letters = new Dictionary<AppealId, About>();
        foreach (var about in Enum.GetValues<About>().Where(about => about is not (About.Director or About.Chair)))
        {
            await school.AcceptAsync(TestSchool.Letter($"Кат {about}", about));
            letters.Add((await db.Set<Appeal>().Select(letter => letter.Id).ToListAsync()).Except(letters.Keys).Single(), about);
        }
        var fresh = await school.AddAsync("Нурлан Жаңыбаев", Position.Deputy, Role.Responsible);

        var step = await new HandOver(database.Gate).GiveAsync(school.Director.Now(school), fresh.Id, null);
        var again = await new HandOver(database.Gate).GiveAsync(school.Director.Now(school), fresh.Id, null);

        Assert.Equal((4, 2, null), (step.Given, step.Withheld, step.After));
        Assert.Equal(step, again);
        foreach (var (letter, about) in letters)
        {
            using var keys = await AppealKeys.OpenAsync(db, letter, fresh.Id.Value, fresh.Keys);
            Assert.Equal(about is not (About.Responsible or About.Deputy), keys.Any);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task GiveAsync_ReceiverNotConfirmed_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var fresh = await school.AddAsync("Нурлан Жаңыбаев", Position.Deputy, confirmed: false, Role.Responsible);

        await Assert.ThrowsAsync<ReaderHasNoKey>(() => new HandOver(database.Gate).GiveAsync(school.Director.Now(school), fresh.Id, null));
    }

    private static PersonInput Input(params Role[] roles) => new()
    {
        Name = "Эсен Башкаруучу", Post = "лаборант", Position = Position.Other, Woman = false, Email = null, Language = "ky", Roles = roles.ToHashSet(),
    };
}
