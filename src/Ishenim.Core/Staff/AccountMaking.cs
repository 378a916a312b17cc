using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Makes an account by an invitation: a new key pair, its lock and recovery sheet, and the first session.</summary>
public sealed class AccountMaking(DatabaseGate database, StretchQueue queue, Argon argon, TimeProvider time)
{
    /// <summary>Who is invited; null if the link cannot be used. Looking does not use it.</summary>
    public async Task<Person?> FindInvitedAsync(School school, string? token)
    {
        await using var db = database.Open(school.Id);
        return await db.FindInvitationAsync(token, time.GetUtcNow().UtcDateTime) is { Person: { } id }
            ? await db.Set<Person>().AsNoTracking().Include(person => person.Roles).SingleOrDefaultAsync(person => person.Id == id && person.LeftOn == null)
            : null;
    }

    public async Task<bool> IsTakenAsync(School school, LoginName login, PersonId by)
    {
        await using var db = database.Open(school.Id);
        return await db.Set<Account>().AnyAsync(account => account.Login == login.Value && account.Person != by);
    }

    /// <exception cref="LinkNotValid">It was used or is too old.</exception>
    /// <exception cref="LoginTaken">Somebody has that login.</exception>
    /// <exception cref="LettersWouldHaveNoReader">A lost account is made anew, and letters could be read with its recovery sheet alone.</exception>
    public async Task<NewSheet> MakeAsync(School school, NewAccount input)
    {
        var person = await FindInvitedAsync(school, input.Token) ?? throw new LinkNotValid();
        using var keys = KeyPair.Generate();
        using var secret = RecoverySheet.New();
        var row = await queue.RunAsync(() => StaffLock.Create(input.Passphrase, keys, input.SecondFactor, argon, school.Id.Value, person.Id.Value));
        var account = Row(school, person.Id, input, keys, RecoverySheet.Wrap(secret, keys, school.Id.Value, person.Id.Value));
        account.SetLock(row);
        await using var db = database.Open(school.Id);
        var session = await database.InTransactionAsync(db, () => AddAsync(db, school, account, input, keys));
        return new NewSheet(secret.Groups, keys.Fingerprint, session);
    }

    private static Account Row(School school, PersonId person, NewAccount input, KeyPair keys, byte[] recovery) => new()
    {
        School = school.Id, Person = person, Login = input.Login.Value, PublicKey = keys.PublicKey, RecoveryWrap = recovery, LastOtpStep = input.OtpStep,
        Salt = [], StretchOperations = 0, StretchMemoryBytes = 0, Verifier = [], WrappedPrivateKey = [], WrappedSecondFactor = [],
    };

    private async Task<NewSession> AddAsync(IshenimDb db, School school, Account account, NewAccount input, KeyPair keys)
    {
        var clock = school.Clock(time);
        await db.LockSchoolAsync();
        await db.UseInvitationAsync(input.Token, clock.UtcNow);
        if (await db.Set<Account>().AnyAsync(other => other.Login == account.Login && other.Person != account.Person))
            throw new LoginTaken();
        if (await db.Set<Account>().AnyAsync(old => old.Person == account.Person))
            await ForgetAsync(db, account.Person);
        db.Add(account);
        var session = await db.StartSessionAsync(account.Person, keys, input.Device, clock.UtcNow);
        await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(account.Person, JournalVerb.KeyMade, Detail: keys.Fingerprint));
        return session;
    }

    /// <summary>A lost account: what was sealed to its key goes, and the new key must be confirmed like a stranger's.</summary>
    private static async Task ForgetAsync(IshenimDb db, PersonId person)
    {
        await db.RequireOtherReadersAsync(person);
        await db.DeleteGrantsAsync(person);
        await db.EndRequestsAsync(person);
        await db.EndSessionsAsync(person);
        await db.Set<KnownDevice>().Where(device => device.Person == person).ExecuteDeleteAsync();
        await db.Set<Account>().Where(old => old.Person == person).ExecuteDeleteAsync();
    }
}
