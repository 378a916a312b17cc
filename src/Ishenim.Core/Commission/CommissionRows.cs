using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>What every part of the commission asks the database.</summary>
public static class CommissionRows
{
    /// <summary>The commission of now, with its members; null: none was convened.</summary>
    public static Task<Convocation?> CommissionAsync(this IshenimDb db) =>
        db.Set<Convocation>().Include(one => one.Members).SingleOrDefaultAsync(one => one.ConvenedOn != null && one.EndedOn == null);

    /// <summary>Without the restricted letters that this person does not hold: they are not there.</summary>
    public static IQueryable<AgendaItem> AgendaFor(this IshenimDb db, Actor actor) => db.Set<AgendaItem>().Where(item => !item.Restricted
        || db.Set<Grant>().Any(grant => grant.Appeal == item.Appeal && grant.Recipient == actor.Person.Value));
}
