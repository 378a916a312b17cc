using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Grant and revoke, the one operation behind forwarding, stand-in, hand-over, recusal and commission. Revoking
/// starts a new epoch; what was readable before stays so, and is said.
/// </summary>
public static class Granting
{
    /// <summary>Those to whom the letter comes directly.</summary>
    public static readonly IReadOnlyCollection<KeyClass> ToReader = [KeyClass.Letter, KeyClass.Reply, KeyClass.Desk, KeyClass.Identity, KeyClass.Original, KeyClass.Redacted, KeyClass.Commission];

    /// <summary>The same for a letter on paper whose scans another keeps.</summary>
    internal static readonly IReadOnlyCollection<KeyClass> WithoutOriginal = [.. ToReader.Where(one => one != KeyClass.Original)];

    public static readonly IReadOnlyCollection<KeyClass> ToWriter = [KeyClass.Letter, KeyClass.Reply];

    /// <summary>To a printed code: what is answered, never the letter.</summary>
    internal static readonly IReadOnlyCollection<KeyClass> ToSlip = [KeyClass.Reply];

    /// <summary>Grants every epoch of those classes that the giver holds. Excluded persons are refused.</summary>
    /// <exception cref="ReaderExcluded">The person may never read this letter.</exception>
    internal static void Grant(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys, RosterLine person, IReadOnlyCollection<KeyClass> classes)
    {
        if (facts.Excluded.Contains(person.Id))
            throw new ReaderExcluded();
        db.AddRange(keys.GrantTo(appeal.School, appeal.Id, person.Id.Value, person.PublicKey ?? throw new ReaderHasNoKey(), classes));
    }

    /// <summary>Seals the keys of a class to everybody who holds the letter's newest desk key: those who read it now.</summary>
    internal static async Task GrantToReadersAsync(this IshenimDb db, Appeal appeal, AppealKeys keys, KeyClass given)
    {
        var readers = await db.ReaderGrants()
            .Where(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Desk && grant.Epoch == appeal.Epoch).Select(grant => grant.Recipient).ToListAsync();
        foreach (var (reader, publicKey) in await db.PublicKeysAsync(appeal.Id, readers))
            if (reader != appeal.Id.Value)
                db.AddRange(keys.GrantTo(appeal.School, appeal.Id, reader, publicKey, [given]));
    }

    /// <summary>
    /// Takes all grants from recipients and starts a new epoch, whose keys go to everybody who is left. Grants that were
    /// just added must be saved before.
    /// </summary>
    /// <param name="db">The school's database, in a transaction.</param>
    /// <param name="appeal">The letter; its epoch moves on.</param>
    /// <param name="facts">Its sealed facts as they shall be from now on.</param>
    /// <param name="keys">The keys of who does this; the new epoch's are added.</param>
    /// <param name="recipients">Who lose access.</param>
    internal static async Task RevokeAsync(this IshenimDb db, Appeal appeal, SealedFacts facts, AppealKeys keys, IReadOnlyCollection<PersonId> recipients)
    {
        var gone = recipients.Select(recipient => recipient.Value).ToList();
        await db.Set<Grant>().Where(grant => grant.Appeal == appeal.Id && gone.Contains(grant.Recipient)).ExecuteDeleteAsync();
        await db.EndRequestsAsync(appeal.Id, recipients);
        await db.EndRequestsOfExcludedAsync(appeal.Id, facts.Excluded.ToList());
        var left = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.Appeal == appeal.Id && grant.Epoch == appeal.Epoch && !gone.Contains(grant.Recipient))
            .Select(grant => new { grant.Class, grant.Recipient }).ToListAsync();
        var publicKeys = await db.PublicKeysAsync(appeal.Id, left.Select(grant => grant.Recipient).Distinct().ToList());
        // Where all go who hold the desk's keys, whoever has the letter by its writer's word begins new ones; never who has it on an agenda.
        var executors = await db.OpenAssignments(appeal.Id).Select(one => one.Recipient).ToListAsync();
        if (left.TrueForAll(grant => grant.Class != KeyClass.Desk))
            left.AddRange([.. left.Where(grant => grant.Class == KeyClass.Letter && grant.Recipient != appeal.Id.Value && !executors.Contains(grant.Recipient)).Select(grant => new { Class = KeyClass.Desk, grant.Recipient })]);
        appeal.Epoch++;
        appeal.Version++;
        foreach (var keyClass in left.Select(grant => grant.Class).Distinct())
            keys.Make(keyClass, appeal.Epoch);
        foreach (var grant in left)
            db.AddRange(keys.GrantTo(appeal.School, appeal.Id, grant.Recipient, publicKeys[grant.Recipient], [grant.Class])
                .Where(made => made.Epoch == appeal.Epoch));
        appeal.Sealed = keys.SealFacts(appeal, facts);
    }

    internal static async Task<Dictionary<Guid, byte[]>> PublicKeysAsync(this IshenimDb db, AppealId appeal, IReadOnlyCollection<Guid> recipients)
    {
        var people = recipients.Select(id => new PersonId(id)).ToList();
        var keys = await db.Set<Account>().AsNoTracking().Where(account => people.Contains(account.Person))
            .ToDictionaryAsync(account => account.Person.Value, account => account.PublicKey);
        if (await db.Set<WriterKey>().AsNoTracking().SingleOrDefaultAsync(key => key.Appeal == appeal) is { } writer)
            keys[appeal.Value] = writer.PublicKey;
        return keys;
    }
}
