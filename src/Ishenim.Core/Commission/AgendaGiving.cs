using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Seals a letter to members of the commission: never its notes, its writer's name, or handwriting.</summary>
internal static class AgendaGiving
{
    private static readonly IReadOnlyCollection<KeyClass> Whole = [KeyClass.Letter, KeyClass.Reply, KeyClass.Commission];
    private static readonly IReadOnlyCollection<KeyClass> WithoutNames = [KeyClass.Redacted, KeyClass.Reply, KeyClass.Commission];

    /// <summary>Whether this holder has what members shall get.</summary>
    public static bool CanGiveOnAgenda(this HeldAppeal held, bool redacted) =>
        held.Keys.Has(redacted ? KeyClass.Redacted : KeyClass.Letter, held.Row.Epoch) && held.Keys.Has(KeyClass.Commission, held.Row.Epoch);

    /// <summary>The commission's present key of the letter is at hand afterwards, and all its readers hold it.</summary>
    public static async Task TakeCommissionKeyAsync(this HeldAppeal held)
    {
        var (db, row, id) = (held.Db, held.Row, held.Row.Id);
        if (!held.Keys.Has(KeyClass.Commission, row.Epoch))
        {
            await db.SaveChangesAsync();
            // Others hold one, and this reader does not: all go on with a new one.
            if (await db.Set<Grant>().AnyAsync(grant => grant.Appeal == id && grant.Class == KeyClass.Commission && grant.Epoch == row.Epoch))
                await db.RevokeAsync(row, held.Sealed, held.Keys, []);
            else
                held.Keys.Make(KeyClass.Commission, row.Epoch);
            await db.SaveChangesAsync();
        }
        var there = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id && grant.Class == KeyClass.Commission)
            .Select(grant => new { grant.Recipient, grant.Epoch }).ToListAsync();
        var readers = (await db.ReadersOfAsync(row)).Select(reader => reader.Value).ToList();
        foreach (var (reader, publicKey) in await db.PublicKeysAsync(id, readers))
            if (reader != id.Value)
                db.AddRange(held.Keys.GrantTo(row.School, id, reader, publicKey, [KeyClass.Commission])
                    .Where(grant => !there.Exists(one => one.Recipient == reader && one.Epoch == grant.Epoch)));
        await db.SaveChangesAsync();
    }

    /// <summary>Who has it forwarded keeps that, and gets what is asked of the commission besides.</summary>
    /// <exception cref="ReaderExcluded">One of them may never read it.</exception>
    public static async Task GiveOnAgendaAsync(this HeldAppeal held, IReadOnlyList<RosterLine> people, bool redacted)
    {
        var (db, row) = (held.Db, held.Row);
        var ids = people.Select(person => person.Id.Value).ToList();
        var forwarded = await db.OpenForwardings(row.Id).Where(one => ids.Contains(one.Recipient)).Select(one => one.Recipient).ToListAsync();
        // A former reader may still have single grants, and a former agenda the copy: theirs are made anew.
        await db.Set<Grant>().Where(grant => grant.Appeal == row.Id && ids.Contains(grant.Recipient)
            && (!forwarded.Contains(grant.Recipient) || grant.Class == KeyClass.Commission)).ExecuteDeleteAsync();
        foreach (var person in people)
        {
            if (ReaderRule.KeptFrom(person, held.Sealed))
                throw new ReaderExcluded();
            db.Grant(row, held.Sealed, held.Keys, person, forwarded.Contains(person.Id.Value) ? [KeyClass.Commission] : redacted ? WithoutNames : Whole);
            if (person.Email is { } address)
                db.AddNotice(address, person.Language, Notice.Forwarded, held.Actor.At);
        }
        await db.SaveChangesAsync();
    }
}
