using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>A reader confirms, by comparing fingerprints, that a new reader's key is that person's.</summary>
public sealed class KeyConfirmation(DatabaseGate database)
{
    /// <param name="actor">A reader whose own key is confirmed.</param>
    /// <param name="id">Whose key.</param>
    /// <param name="fingerprint">As it was compared; a key exchanged meanwhile has another.</param>
    public async Task ConfirmAsync(Actor actor, PersonId id, string? fingerprint)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await RequireConfirmerAsync(db, actor, id);
            var person = await db.Set<Person>().Include(one => one.Roles).Include(one => one.Account)
                .SingleOrDefaultAsync(one => one.Id == id && one.LeftOn == null) ?? throw new PersonHasLeft();
            if (person.Account is not { } account || KeyPair.FingerprintOf(account.PublicKey) != fingerprint)
                throw new KeyChangedMeanwhile();
            if (account.UndertakingOn is null)
                throw new UndertakingMissing();
            (account.ConfirmedOn, account.ConfirmedBy, account.ReleasedOn, account.Version) = (actor.Today, actor.Person, null, account.Version + 1);
            if (RoleGroups.Usual.Any(person.Has))
                await db.ReadersChangedAsync(actor.Today);
            await db.SaveChangesAsync();
            await db.WithdrawInvitationsAsync(id);
            await db.TellReadersAsync(Notice.KeyConfirmed, actor.At);
            await ChairRole.SettleAsync(db, actor.Person, actor.At, actor.Today);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.KeyConfirmed, Person: id, Detail: fingerprint));
        });
    }

    private static async Task RequireConfirmerAsync(IshenimDb db, Actor actor, PersonId id)
    {
        if (actor.Person == id)
            throw new OwnKeyNotConfirmed();
        var own = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Person == actor.Person);
        if (!own.MayRead || !RoleGroups.Usual.Any(actor.Is))
            throw new ConfirmerMayNotRead();
    }
}
