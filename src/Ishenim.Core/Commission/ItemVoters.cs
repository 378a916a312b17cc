using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Who votes in an item of a meeting.</summary>
public static class ItemVoters
{
    /// <summary>
    /// Who takes part in the meeting and in the item. Of a letter those who hold it: who is recused does not, and no row says who that is.
    /// </summary>
    public static async Task<IReadOnlyList<PersonId>> VotersAsync(this IshenimDb db, Meeting meeting, AgendaItem item)
    {
        var took = meeting.Attendances.Where(one => one.TookPart && !item.Recused.Contains(one.Person)).Select(one => one.Person).ToList();
        if (item.Appeal is not { } appeal)
            return took;
        var holders = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == appeal).Select(grant => grant.Recipient).Distinct().ToListAsync();
        return took.FindAll(person => holders.Contains(person.Value));
    }
}
