using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>Ends what assignments gave. Somebody may have a letter twice: forwarded, and on an agenda.</summary>
internal static class TakingBack
{
    /// <summary>
    /// Takes from these what no open assignment of theirs gives any more, and begins a new epoch. Save before which of them are over.
    /// </summary>
    public static async Task TakeBackAsync(this HeldAppeal held, IReadOnlyCollection<PersonId> people)
    {
        var gone = await held.Db.TakeGrantsAsync(held.Row.Id, people);
        await held.Db.RevokeAsync(held.Row, held.Sealed, held.Keys, gone);
    }

    /// <summary>The same without a new epoch, where nobody holds the letter who could begin it.</summary>
    /// <returns>Who have nothing of it any more.</returns>
    public static async Task<IReadOnlyList<PersonId>> TakeGrantsAsync(this IshenimDb db, AppealId appeal, IReadOnlyCollection<PersonId> people)
    {
        var ids = people.Select(person => person.Value).ToList();
        var open = await db.OpenAssignments(appeal).AsNoTracking().Where(one => ids.Contains(one.Recipient)).ToListAsync();
        var forwarded = open.Where(one => one.AgendaItem is null).Select(one => one.Recipient).ToHashSet();
        var onAgenda = open.Where(one => one.AgendaItem is not null).Select(one => one.Recipient).ToHashSet();
        var (gone, only, agendaOnly) = (ids.Where(id => !forwarded.Contains(id) && !onAgenda.Contains(id)).ToList(), forwarded.Except(onAgenda).ToList(), onAgenda.Except(forwarded).ToList());
        await db.Set<Grant>().Where(grant => grant.Appeal == appeal && (gone.Contains(grant.Recipient)
            || (only.Contains(grant.Recipient) && grant.Class == KeyClass.Commission)
            || (agendaOnly.Contains(grant.Recipient) && (grant.Class == KeyClass.Desk || grant.Class == KeyClass.Identity)))).ExecuteDeleteAsync();
        await db.EndRequestsAsync(appeal, [.. people.Where(person => !forwarded.Contains(person.Value))]);
        return gone.ConvertAll(id => new PersonId(id));
    }
}
