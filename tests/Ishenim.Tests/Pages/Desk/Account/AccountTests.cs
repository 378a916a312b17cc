using System.Net;
using Ishenim.Core.Appeals;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Ishenim.Tests.Pages.Desk.Entrance;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Desk.Account;

public sealed class AccountTests
{
    private const string NewPassphrase = "көк бөрү күзүндө чуркады";

    [Fact]
    public async Task Passphrase_Changed_OnlyTheNewOneOpensAndOtherSessionsEnd()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var other = await StaffClient.SignInAsync(site, person);
        using var client = await StaffClient.SignInAsync(site, person);

        await client.SubmitAsync(await client.GetAsync("/desk/account/passphrase"), "[data-passphrase]", Proof(site, person,
            ("passphrase.new", NewPassphrase), ("passphrase.again", NewPassphrase)));

        Assert.StartsWith("/desk/account?done=", client.Path, StringComparison.Ordinal);
        await other.GetAsync("/desk/account");
        Assert.StartsWith("/desk/login", other.Path, StringComparison.Ordinal);
        await other.SignInAsync(person, site.Time);
        Assert.Equal(HttpStatusCode.Unauthorized, other.Status);
        await other.SignInAsync(person with { Passphrase = NewPassphrase }, site.Time);
        Assert.Equal("/desk", other.Path);
    }

    [Fact]
    public async Task Passphrase_OldOneWrong_ChangesNothing()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var client = await StaffClient.SignInAsync(site, person);

        await client.SubmitAsync(await client.GetAsync("/desk/account/passphrase"), "[data-passphrase]", Proof(site, person with { Passphrase = "башка" },
            ("passphrase.new", NewPassphrase), ("passphrase.again", NewPassphrase)));

        Assert.Equal(HttpStatusCode.Conflict, client.Status);
        using var again = await StaffClient.SignInAsync(site, person);
    }

    [Fact]
    public async Task Passphrase_WrongTooOften_SaysHowLongToWaitAndThenTakesTheRightOne()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var client = await StaffClient.SignInAsync(site, person);
        for (var i = 0; i <= SignInThrottle.FreeTries; i++)
            await ChangeAsync(person with { Passphrase = "башка" });

        await ChangeAsync(person);
        Assert.Equal(HttpStatusCode.TooManyRequests, client.Status);
        Assert.NotNull(client.LastRetryAfter);
        site.Time.Pass(SignInThrottle.LongestWait);
        await ChangeAsync(person);

        Assert.StartsWith("/desk/account?done=", client.Path, StringComparison.Ordinal);

        async Task ChangeAsync(TestPerson typed) => await client.SubmitAsync(await client.GetAsync("/desk/account/passphrase"), "[data-passphrase]",
            Proof(site, typed, ("passphrase.new", NewPassphrase), ("passphrase.again", NewPassphrase)));
    }

    [Fact]
    public async Task SecondFactor_Changed_OldCodesOpenNothing()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var client = await StaffClient.SignInAsync(site, person);
        var page = await client.GetAsync("/desk/account/second-factor");
        var secret = Authenticator.SecretOn(page);
        var proof = Proof(site, person);

        await client.SubmitAsync(page, "[data-factor]", [.. proof, ("otp", Totp.At(secret, site.Time.Now))]);

        Assert.StartsWith("/desk/account?done=", client.Path, StringComparison.Ordinal);
        using var again = new StaffClient(site.Address);
        await again.SignInAsync(person, site.Time);
        Assert.Equal(HttpStatusCode.Unauthorized, again.Status);
        site.Time.Pass(TimeSpan.FromMinutes(2));
        await LoginTests.TryAsync(again, person.Login, person.Passphrase, Totp.At(secret, site.Time.Now));
        Assert.Equal("/desk", again.Path);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Key_Replaced_OldLettersOpenWithTheNewKeyAndReadersAreTold(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var person = site.School.Director;
        await site.School.AcceptAsync(TestSchool.Letter("Ашкана муздак."));
        await SetMailAsync(site, site.School.Responsible.Id, "aigul@example.org");
        using var client = await StaffClient.SignInAsync(site, person);

        var sheet = await client.SubmitAsync(await client.GetAsync("/desk/account/key"), "[data-replace-key]", Proof(site, person));

        Assert.True(RecoverySheet.TryParse(sheet.QuerySelector("#sheet-code")!.TextContent, out var secret));
        await using var db = site.Database.Open(site.School.Id);
        var account = await db.Set<Core.Staff.Account>().SingleAsync(one => one.Person == person.Id);
        Assert.NotEqual(person.Keys.PublicKey, account.PublicKey);
        Assert.NotNull(account.ConfirmedOn);
        using var fresh = RecoverySheet.TryOpen(secret, account.RecoveryWrap, site.School.Id.Value, person.Id.Value)!;
        var letter = await db.Set<Appeal>().SingleAsync();
        using var keys = await AppealKeys.OpenAsync(db, letter.Id, person.Id.Value, fresh);
        Assert.True(keys.Has(KeyClass.Letter, letter.Epoch));
        await Assert.ThrowsAsync<SealBrokenException>(() => AppealKeys.OpenAsync(db, letter.Id, person.Id.Value, person.Keys));
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(mail => mail.Notice == Notice.KeyReplaced && mail.To == "aigul@example.org"));
        await client.GetAsync("/desk/account");
        Assert.Equal("/desk/account", client.Path);
    }

    [Fact]
    public async Task Recover_SheetFromTheSafe_SetsPassphraseAndSecondFactorAnew()
    {
        await using var site = await TestSite.StartAsync();
        var person = site.School.Director;
        using var client = await StaffClient.SignInAsync(site, person);
        var sheet = await client.SubmitAsync(await client.GetAsync("/desk/account/sheet"), "[data-renew-sheet]", Proof(site, person));
        var code = sheet.QuerySelector("#sheet-code")!.TextContent;

        using var lost = new StaffClient(site.Address);
        var (again, secret) = await RecoverAsync(lost, site, person.Login, code);

        Assert.NotNull(again);
        Assert.NotEqual(code, again);
        await client.GetAsync("/desk/account");
        Assert.StartsWith("/desk/login", client.Path, StringComparison.Ordinal);
        site.Time.Pass(TimeSpan.FromMinutes(1));
        await LoginTests.TryAsync(client, person.Login, NewPassphrase, Totp.At(secret, site.Time.Now));
        Assert.Equal("/desk", client.Path);
        Assert.Null((await RecoverAsync(lost, site, person.Login, code)).Sheet);
    }

    [Fact]
    public async Task Recover_UnknownLoginOrOtherSheet_AnswersTheSame()
    {
        await using var site = await TestSite.StartAsync();
        using var client = new StaffClient(site.Address);
        var answers = new List<string>();
        foreach (var login in new[] { "nobody", site.School.Director.Login })
        {
            using var other = RecoverySheet.New();
            await RecoverAsync(client, site, login, other.Groups);
            Assert.Equal(HttpStatusCode.Conflict, client.Status);
            answers.Add((await LastErrorsAsync(client, site, login, other.Groups))!);
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task EndAll_Pressed_EverySessionOfThePersonEnds()
    {
        await using var site = await TestSite.StartAsync();
        using var one = await StaffClient.SignInAsync(site, site.School.Director);
        using var two = await StaffClient.SignInAsync(site, site.School.Director);
        using var else_ = await StaffClient.SignInAsync(site, site.School.Chair);

        await one.SubmitAsync(await one.GetAsync("/desk/account"), "[data-end-all]");

        await two.GetAsync("/desk/account");
        Assert.StartsWith("/desk/login", two.Path, StringComparison.Ordinal);
        await else_.GetAsync("/desk/account");
        Assert.Equal("/desk/account", else_.Path);
    }

    private static (string Name, string? Value)[] Proof(TestSite site, TestPerson person, params (string Name, string? Value)[] more) =>
        [("proof.passphrase", person.Passphrase), ("proof.otp", person.NextCode(site.Time)), .. more];

    private static async Task<(string? Sheet, byte[] Secret)> RecoverAsync(StaffClient client, TestSite site, string login, string code)
    {
        var page = await client.GetAsync("/desk/recover");
        var secret = Authenticator.SecretOn(page);
        var answer = await client.SubmitAsync(page, "[data-recover]", ("login", login), ("code", code),
            ("passphrase.new", NewPassphrase), ("passphrase.again", NewPassphrase), ("otp", Totp.At(secret, site.Time.Now)));
        return (answer.QuerySelector("#sheet-code")?.TextContent, secret);
    }

    private static async Task<string?> LastErrorsAsync(StaffClient client, TestSite site, string login, string code)
    {
        var page = await client.GetAsync("/desk/recover");
        var answer = await client.SubmitAsync(page, "[data-recover]", ("login", login), ("code", code),
            ("passphrase.new", NewPassphrase), ("passphrase.again", NewPassphrase), ("otp", Totp.At(Authenticator.SecretOn(page), site.Time.Now)));
        return answer.QuerySelector("#errors")!.TextContent;
    }

    private static async Task SetMailAsync(TestSite site, PersonId person, string address)
    {
        await using var db = site.Database.Open(site.School.Id);
        await db.Set<Person>().Where(one => one.Id == person).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, address));
    }
}
