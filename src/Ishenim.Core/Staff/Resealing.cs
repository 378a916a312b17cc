using Ishenim.Core.Appeals;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

internal static class Resealing
{
    private const int Batch = 500;

    /// <summary>Seals every class key that the person holds to the new key pair, in the transaction of the change.</summary>
    public static async Task ResealAsync(this IshenimDb db, PersonId person, KeyPair old, KeyPair fresh)
    {
        var letters = await db.Set<Grant>().Where(grant => grant.Recipient == person.Value).Select(grant => grant.Appeal).Distinct().ToListAsync();
        foreach (var some in letters.Chunk(Batch))
        {
            var grants = await db.Set<Grant>().Where(grant => grant.Recipient == person.Value && some.Contains(grant.Appeal)).ToListAsync();
            foreach (var grant in grants)
            {
                using var key = GrantEnvelope.Open(grant.Sealed, old, grant.Label);
                grant.Sealed = GrantEnvelope.Seal(grant.Label, key, fresh.PublicKey);
            }
            await db.SaveChangesAsync();
            foreach (var grant in grants)
                db.Entry(grant).State = EntityState.Detached;
        }
    }
}
