using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>What a browser sends to sign in.</summary>
public sealed record SignInAttempt
{
    public required string? Login { get; init; }

    public required string? Passphrase { get; init; }

    public required string? Otp { get; init; }

    /// <summary>Names the network that the browser is in; kept in memory only.</summary>
    public required string Network { get; init; }

    /// <summary>The token that this browser got at an earlier sign-in, if any.</summary>
    public required string? DeviceToken { get; init; }

    /// <summary>Such as "Firefox · Android".</summary>
    public required string Device { get; init; }
}

/// <summary>How an attempt ended: a session; or a wait; or neither, when anything was wrong.</summary>
public sealed record SignInOutcome(NewSession? Session, string? DeviceToken, TimeSpan? Wait)
{
    internal static readonly SignInOutcome Wrong = new(null, null, null);
}

/// <summary>
/// Signs people in. Unknown login, wrong passphrase and wrong code have one answer and take one time. The stretching
/// runs in the bounded queue and outside any transaction.
/// </summary>
public sealed class SignIns(DatabaseGate database, StretchQueue queue, SignInThrottle throttle, Argon stranger, TimeProvider time)
{
    /// <exception cref="StretchQueueFull">Too many sign in at once.</exception>
    /// <exception cref="KeyDoesNotMatch">The account's row was changed by somebody else than its owner.</exception>
    public async Task<SignInOutcome> TryAsync(School school, SignInAttempt attempt)
    {
        await using var db = database.Open(school.Id);
        var login = LoginName.Plain(attempt.Login);
        var account = await FindAsync(db, login);
        var device = account is null ? null : await db.FindDeviceAsync(account.Person, attempt.DeviceToken);
        var own = device is null ? $"login {school.Id} {login}" : $"device {Convert.ToHexString(device.TokenHash)}";
        var network = "network " + attempt.Network;
        if ((device is null ? throttle.WaitOf(network) ?? throttle.WaitOf(own) : throttle.WaitOf(own)) is { } wait)
            return new SignInOutcome(null, null, wait);
        var strength = await StrengthAsync(db, account);
        using var opened = await queue.RunAsync(() => Stretch(account, attempt.Passphrase ?? "", strength));
        if (opened is not null && account is not null && Totp.Matches(opened.SecondFactor, attempt.Otp, time.GetUtcNow(), account.LastOtpStep, out var step)
            && await StartAsync(db, school, account, opened.Keys, step, attempt, device) is { } outcome)
        {
            throttle.Succeeded(own);
            return outcome;
        }
        throttle.Failed(own, SignInThrottle.FreeTries);
        throttle.Failed(network, SignInThrottle.FreeTriesOfNetwork);
        return SignInOutcome.Wrong;
    }

    private static async Task<Account?> FindAsync(IshenimDb db, string login) =>
        await db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null && person.Account!.Login == login)
            .Select(person => person.Account).SingleOrDefaultAsync();

    /// <summary>What an unknown login is stretched with: as most of the school's accounts are, whatever the setting is now.</summary>
    private async Task<Argon> StrengthAsync(IshenimDb db, Account? account)
    {
        if (account is not null)
            return account.Lock.Argon;
        var usual = await db.Set<Account>().GroupBy(one => new { one.StretchOperations, one.StretchMemoryBytes })
            .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefaultAsync();
        return usual is null ? stranger : new Argon(usual.StretchOperations, usual.StretchMemoryBytes);
    }

    private static OpenedLock? Stretch(Account? account, string passphrase, Argon strength)
    {
        if (account is not null)
            return account.Open(passphrase);
        StaffLock.StretchForNobody(passphrase, strength);
        return null;
    }

    private async Task<SignInOutcome?> StartAsync(
        IshenimDb db, School school, Account seen, KeyPair keys, long step, SignInAttempt attempt, KnownDevice? device)
    {
        var clock = school.Clock(time);
        return await database.InTransactionAsync(db, async () =>
        {
            // A code works once, also when the same one comes twice at the same moment.
            if (await db.TakeOtpStepAsync(seen.Person, step) == 0)
                return null;
            var token = await db.RememberDeviceAsync(seen.Person, device, clock.Today);
            var session = await db.StartSessionAsync(seen.Person, keys, attempt.Device, clock.UtcNow);
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(seen.Person, JournalVerb.SignedIn));
            return new SignInOutcome(session, token, null);
        });
    }
}
