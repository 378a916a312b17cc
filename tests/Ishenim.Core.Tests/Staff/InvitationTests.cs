using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Staff;

public sealed class InvitationTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task MakeAsync_TwiceAtOnce_MakesOneAccount(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var queue = StretchQueue.OfThisMachine();
        var making = new AccountMaking(database.Gate, queue, TestSchool.Quick, school.Time);
        var token = await InviteAsync(school, Role.Member);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await making.MakeAsync(school.School, NewAccount(token, $"jany{i}"));
                return true;
            }
            catch (LinkNotValid)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, made => made);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task MakeAsync_LoginOfAnother_IsRefusedAndLinkStaysGood(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var queue = StretchQueue.OfThisMachine();
        var making = new AccountMaking(database.Gate, queue, TestSchool.Quick, school.Time);
        var token = await InviteAsync(school, Role.Member);

        await Assert.ThrowsAsync<LoginTaken>(() => making.MakeAsync(school.School, NewAccount(token, school.Director.Login)));

        Assert.NotNull(await making.MakeAsync(school.School, NewAccount(token, "jany")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task MakeAsync_LostAccountOfAReader_StartsUnconfirmedWithoutLetters(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        using var queue = StretchQueue.OfThisMachine();
        var token = await new ConsoleStaff(database.Gate, school.Time).InviteAsync(school.School, school.Director.Login);

        await new AccountMaking(database.Gate, queue, TestSchool.Quick, school.Time).MakeAsync(school.School, NewAccount(token, "direktor2"));

        await using var db = database.Open(school.Id);
        var account = await db.Set<Account>().SingleAsync(one => one.Person == school.Director.Id);
        Assert.False(account.MayRead);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Director.Id.Value));
    }

    /// <summary>Who is a reader by now must not be replaced through a link that was made before.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task MakeAsync_LinkOlderThanTheConfirmation_IsDead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var person = await school.AddAsync("Мээрим Ойдонова", Position.Committee, confirmed: false, Role.Member);
        string token;
        await using (var db = database.Open(school.Id))
        {
            token = await db.InviteAsync(person.Id, school.Clock.UtcNow);
            await db.SaveChangesAsync();
        }
        using var queue = StretchQueue.OfThisMachine();

        await new KeyConfirmation(database.Gate).ConfirmAsync(school.Chair.Now(school), person.Id, person.Keys.Fingerprint);

        await Assert.ThrowsAsync<LinkNotValid>(() => new AccountMaking(database.Gate, queue, TestSchool.Quick, school.Time).MakeAsync(school.School, NewAccount(token, "jany")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task InviteAsync_WhoMayHoldLetters_IsRefusedWithAndWithoutLetters(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var administrator = await school.AddAsync("Эсен Башкаруучу", Position.Other, Role.Administrator);
        var people = new People(database.Gate);

        await Assert.ThrowsAsync<SheetNeeded>(() => people.InviteAsync(administrator.Now(school), school.Chair.Id));
        await school.AcceptAsync(TestSchool.Letter("Директор акча чогултат.", About.Director));
        await Assert.ThrowsAsync<SheetNeeded>(() => people.InviteAsync(administrator.Now(school), school.Chair.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Console_OnlyReaderOrUnknownName_IsRefused_OthersComeBackOrAreClosed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await school.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        await school.AcceptAsync(TestSchool.Letter("Директор акча чогултат.", About.Director));
        var console = new ConsoleStaff(database.Gate, school.Time);

        await Assert.ThrowsAsync<NoSuchPerson>(() => console.InviteAsync(school.School, "Эч Ким"));
        await Assert.ThrowsAsync<LettersWouldHaveNoReader>(() => console.CloseAsync(school.School, school.Chair.Login));
        Assert.NotEmpty(await console.InviteAsync(school.School, school.Responsible.Person.Name));
        await console.CloseAsync(school.School, school.Director.Login);

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<Grant>().AnyAsync(grant => grant.Recipient == school.Director.Id.Value));
        await Assert.ThrowsAsync<LettersWouldHaveNoReader>(() => console.CloseAsync(school.School, school.Responsible.Login));
    }

    private static async Task<string> InviteAsync(TestSchool school, params Role[] roles)
    {
        var (_, token) = await new People(school.Database.Gate).AddAsync(school.Director.Now(school), new PersonInput
        {
            Name = "Нурлан Жаңыбаев", Post = "мугалим", Position = Position.Teacher, Woman = false, Email = null, Language = "ky", Roles = roles.ToHashSet(),
        });
        return token;
    }

    private static NewAccount NewAccount(string token, string login)
    {
        Assert.True(LoginName.TryParse(login, out var name));
        return new NewAccount { Token = token, Login = name, Passphrase = "тоо этегинде жети жылкы", SecondFactor = Totp.NewSecret(), OtpStep = 1, Device = "?" };
    }
}
