using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>A person's first steps after the account: the sheet put away, the undertaking signed; the last one opens the school.</summary>
public sealed class Undertakings(DatabaseGate database)
{
    /// <summary>The person says that the recovery sheet is printed and lies in the safe.</summary>
    public async Task SheetPutAwayAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var account = await db.Set<Account>().SingleAsync(one => one.Person == actor.Person);
            account.RecoverySheetOn = actor.Today;
            account.Version++;
        });
    }

    /// <summary>Signing again changes nothing.</summary>
    public async Task SignAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var account = await db.Set<Account>().SingleAsync(one => one.Person == actor.Person);
            if (account.UndertakingOn is not null)
                return;
            account.UndertakingOn = actor.Today;
            account.Version++;
            await db.SaveChangesAsync();
            await db.WithdrawInvitationsAsync(actor.Person);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.UndertakingSigned, Detail: KeyPair.FingerprintOf(account.PublicKey)));
            await db.OpenWhenReadyAsync(actor.At, actor.Today);
        });
    }
}
