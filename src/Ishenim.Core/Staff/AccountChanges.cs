using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>What proves, once more, that the owner sits there: a borrowed session alone changes nothing of an account.</summary>
public sealed record Proof(string? Passphrase, string? Otp);

/// <summary>What a person changes of their own account: passphrase, second factor, recovery sheet, key.</summary>
public sealed class AccountChanges(DatabaseGate database, StretchQueue queue, SignInThrottle throttle, Argon argon, TimeProvider time)
{
    /// <summary>For what else is grave: proves, and uses the code up.</summary>
    /// <exception cref="ProofWrong">The present passphrase or the code is wrong.</exception>
    public async Task ProveAsync(Actor actor, Proof proof)
    {
        await using var db = database.Open(actor.School);
        var (_, opened, step) = await ProveAsync(db, actor, proof);
        opened.Dispose();
        await database.InTransactionAsync(db, () => TakeStepAsync(db, actor.Person, step));
    }

    /// <summary>Other sessions of the person end.</summary>
    /// <exception cref="ProofWrong">The present passphrase or the code is wrong.</exception>
    public Task ChangePassphraseAsync(Actor actor, Guid session, Proof proof, string passphrase) =>
        ChangeAsync(actor, proof, session, passphrase, factor: null, JournalVerb.PassphraseChanged);

    /// <param name="actor">Whose.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="proof">The code is one of the old second factor, or null where that phone is lost: then the recovery sheet is the way.</param>
    /// <param name="factor">The new secret, and the step of the code that proved it.</param>
    /// <exception cref="ProofWrong">The present passphrase or the code is wrong.</exception>
    public Task ChangeSecondFactorAsync(Actor actor, Guid session, Proof proof, (byte[] Secret, long Step) factor) =>
        ChangeAsync(actor, proof, session, proof.Passphrase!, factor, JournalVerb.SecondFactorChanged);

    /// <summary>A new sheet; the one before opens nothing any more.</summary>
    /// <exception cref="ProofWrong">The present passphrase or the code is wrong.</exception>
    public async Task<NewSheet> RenewSheetAsync(Actor actor, Proof proof)
    {
        await using var db = database.Open(actor.School);
        var (account, opened, step) = await ProveAsync(db, actor, proof);
        using var wiped = opened;
        using var secret = RecoverySheet.New();
        await database.InTransactionAsync(db, async () =>
        {
            await TakeStepAsync(db, actor.Person, step);
            account.RecoveryWrap = RecoverySheet.Wrap(secret, opened.Keys, actor.School.Value, actor.Person.Value);
            account.RecoverySheetOn = null;
            account.Version++;
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SheetRenewed));
        });
        return new NewSheet(secret.Groups, opened.Keys.Fingerprint, null);
    }

    /// <summary>
    /// A new key pair in the place of a compromised one: every key of every letter that the person holds is sealed anew in
    /// one transaction, and all sessions end but the new one. Whoever proves the old key keeps its confirmation; all
    /// readers are told.
    /// </summary>
    /// <exception cref="ProofWrong">The present passphrase or the code is wrong.</exception>
    public async Task<NewSheet> ReplaceKeyAsync(Actor actor, Proof proof, string device)
    {
        await using var db = database.Open(actor.School);
        var (account, opened, step) = await ProveAsync(db, actor, proof);
        using var old = opened;
        using var fresh = KeyPair.Generate();
        using var secret = RecoverySheet.New();
        var row = await queue.RunAsync(() => StaffLock.Create(proof.Passphrase, fresh, old.SecondFactor, argon, actor.School.Value, actor.Person.Value));
        var session = await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await TakeStepAsync(db, actor.Person, step);
            await db.ResealAsync(actor.Person, old.Keys, fresh);
            await db.EndRequestsAsync(actor.Person);
            account.SetLock(row);
            account.PublicKey = fresh.PublicKey;
            account.RecoveryWrap = RecoverySheet.Wrap(secret, fresh, actor.School.Value, actor.Person.Value);
            account.RecoverySheetOn = null;
            account.Version++;
            await db.SaveChangesAsync();
            await db.EndSessionsAsync(actor.Person);
            await db.TellReadersAsync(Notice.KeyReplaced, actor.At);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.KeyReplaced, Detail: $"{old.Keys.Fingerprint} {fresh.Fingerprint}"));
            return await db.StartSessionAsync(actor.Person, fresh, device, actor.At);
        });
        return new NewSheet(secret.Groups, fresh.Fingerprint, session);
    }

    private async Task ChangeAsync(Actor actor, Proof proof, Guid session, string passphrase, (byte[] Secret, long Step)? factor, string verb)
    {
        await using var db = database.Open(actor.School);
        var (account, opened, step) = await ProveAsync(db, actor, proof);
        using var old = opened;
        var row = await queue.RunAsync(() =>
            StaffLock.Create(passphrase, old.Keys, factor?.Secret ?? old.SecondFactor, argon, actor.School.Value, actor.Person.Value));
        await database.InTransactionAsync(db, async () =>
        {
            await TakeStepAsync(db, actor.Person, step);
            account.SetLock(row);
            account.LastOtpStep = factor?.Step ?? step;
            account.Version++;
            await db.Set<StaffSession>().Where(other => other.Person == actor.Person && other.Id != session).ExecuteDeleteAsync();
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb));
        });
    }

    /// <summary>Guessing here is slowed down as at the sign-in.</summary>
    private async Task<(Account Account, OpenedLock Opened, long Step)> ProveAsync(IshenimDb db, Actor actor, Proof proof)
    {
        var key = "proof " + actor.Person;
        if (throttle.WaitOf(key) is { } wait)
            throw new TooManyTries(wait);
        var account = await db.Set<Account>().SingleAsync(one => one.Person == actor.Person);
        var opened = await queue.RunAsync(() => account.Open(proof.Passphrase ?? ""));
        if (opened is not null && Totp.Matches(opened.SecondFactor, proof.Otp, time.GetUtcNow(), account.LastOtpStep, out var step))
        {
            throttle.Succeeded(key);
            return (account, opened, step);
        }
        opened?.Dispose();
        throttle.Failed(key, SignInThrottle.FreeTries);
        throw new ProofWrong();
    }

    private static async Task TakeStepAsync(IshenimDb db, PersonId person, long step)
    {
        if (await db.TakeOtpStepAsync(person, step) == 0)
            throw new ProofWrong();
    }
}
