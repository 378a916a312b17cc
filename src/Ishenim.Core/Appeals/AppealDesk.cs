using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Appeals;

/// <summary>Opens a letter for one of the staff and does something with it, in one transaction.</summary>
public sealed class AppealDesk(DatabaseGate database)
{
    /// <returns>False: no such letter for this person, and nothing was done.</returns>
    internal async Task<bool> WithAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            using var held = await HeldAppeal.TakeAsync(db, actor, id);
            if (held is not null)
                await work(held);
            return held is not null;
        });
    }
}
