using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Redacting;

/// <summary>The redacted copy of a letter, of which there is one at most, and who can open it.</summary>
internal static class RedactedRows
{
    /// <summary>Null where there is none, or this person does not hold its key.</summary>
    public static OpenRecord<string>? RedactedCopy(this HeldAppeal held, IEnumerable<Part> parts) =>
        parts.LastOrDefault(part => part.Kind == PartKind.Redacted && held.Keys.Has(part.Class, part.Epoch)) is { } part
            ? new OpenRecord<string>(part.Day, part.Author, held.Keys.OpenText(part))
            : null;

    /// <summary>The same from the database.</summary>
    public static async Task<OpenRecord<string>?> RedactedCopyAsync(this HeldAppeal held) =>
        held.RedactedCopy(await Copies(held.Db, held.Row.Id).AsNoTracking().ToListAsync());

    /// <summary>
    /// Takes the present copy away for good: whoever gets the key of the next one must not find there what was forgotten
    /// in this.
    /// </summary>
    public static Task ForgetCopyAsync(this HeldAppeal held) => Copies(held.Db, held.Row.Id).ExecuteDeleteAsync();

    /// <summary>Gives the present key of the copy to all who read the letter, and to executors who had one; nobody else has any after it.</summary>
    public static async Task GiveCopyKeyAsync(this HeldAppeal held)
    {
        var (db, row) = (held.Db, held.Row);
        var grants = db.Set<Grant>().Where(grant => grant.Appeal == row.Id && grant.Class == KeyClass.Redacted);
        var executors = db.OpenAssignments(row.Id).Select(one => one.Recipient);
        var recipients = await grants.Where(grant => executors.Contains(grant.Recipient)).Select(grant => grant.Recipient).ToListAsync();
        recipients.AddRange((await db.ReadersOfAsync(row)).Select(reader => reader.Value));
        await grants.ExecuteDeleteAsync();
        // One reader may hold no key of the old copy: then all go on with a new one.
        if (!held.Keys.Has(KeyClass.Redacted, row.Epoch))
            held.Keys.Make(KeyClass.Redacted, row.Epoch);
        foreach (var (recipient, publicKey) in await db.PublicKeysAsync(row.Id, recipients))
            if (recipient != row.Id.Value)
                db.AddRange(held.Keys.GrantTo(row.School, row.Id, recipient, publicKey, [KeyClass.Redacted]).Where(grant => grant.Epoch == row.Epoch));
    }

    private static IQueryable<Part> Copies(IshenimDb db, AppealId appeal) =>
        db.Set<Part>().Where(part => part.Appeal == appeal && part.Kind == PartKind.Redacted);
}
