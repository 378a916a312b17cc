using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>What the recovery page asks; it has checked the passphrase and the new second factor's first code.</summary>
public sealed record RecoveryInput
{
    public required string? Login { get; init; }

    public required RecoverySecret Secret { get; init; }

    public required string Passphrase { get; init; }

    public required byte[] SecondFactor { get; init; }

    public required long OtpStep { get; init; }

    public required string Network { get; init; }

    public required string Device { get; init; }
}

/// <summary>Lets a person in by the sheet from the safe: new passphrase, new second factor, new sheet; the key stays.</summary>
public sealed class Recovery(DatabaseGate database, StretchQueue queue, SignInThrottle throttle, Argon argon, TimeProvider time)
{
    /// <exception cref="TooManyTries">The network has to wait.</exception>
    /// <exception cref="SheetWrong">The login is unknown, or the sheet is another one: which, is not told.</exception>
    public async Task<NewSheet> RecoverAsync(School school, RecoveryInput input)
    {
        var network = "recovery " + input.Network;
        if (throttle.WaitOf(network) is { } wait)
            throw new TooManyTries(wait);
        await using var db = database.Open(school.Id);
        var login = LoginName.Plain(input.Login);
        var account = await db.Set<Person>().Where(person => person.LeftOn == null && person.Account!.Login == login)
            .Select(person => person.Account).SingleOrDefaultAsync();
        using var keys = account is null ? null : RecoverySheet.TryOpen(input.Secret, account.RecoveryWrap, school.Id.Value, account.Person.Value);
        if (account is null || keys is null)
        {
            throttle.Failed(network, SignInThrottle.FreeTriesOfNetwork);
            throw new SheetWrong();
        }
        if (!keys.PublicKey.AsSpan().SequenceEqual(account.PublicKey))
            throw new KeyDoesNotMatch();
        return await ResetAsync(db, school, account, keys, input);
    }

    private async Task<NewSheet> ResetAsync(IshenimDb db, School school, Account account, KeyPair keys, RecoveryInput input)
    {
        var (schoolId, person) = (school.Id.Value, account.Person.Value);
        var clock = school.Clock(time);
        using var secret = RecoverySheet.New();
        var row = await queue.RunAsync(() => StaffLock.Create(input.Passphrase, keys, input.SecondFactor, argon, schoolId, person));
        var session = await database.InTransactionAsync(db, async () =>
        {
            account.SetLock(row);
            account.LastOtpStep = input.OtpStep;
            account.RecoveryWrap = RecoverySheet.Wrap(secret, keys, schoolId, person);
            account.RecoverySheetOn = null;
            account.Version++;
            await db.EndSessionsAsync(account.Person);
            await db.Set<KnownDevice>().Where(device => device.Person == account.Person).ExecuteDeleteAsync();
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(account.Person, JournalVerb.RecoveryUsed));
            return await db.StartSessionAsync(account.Person, keys, input.Device, clock.UtcNow);
        });
        return new NewSheet(secret.Groups, keys.Fingerprint, session);
    }
}
