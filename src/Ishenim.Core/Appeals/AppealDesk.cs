using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Appeals;

/// <summary>Opens a letter for one of the staff and does something with it, in one transaction.</summary>
public sealed class AppealDesk(DatabaseGate database)
{
    /// <returns>False: no such letter for this person, and nothing was done.</returns>
    internal Task<bool> WithAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work) => WithAsync(actor, id, work, _ => Task.CompletedTask);

    /// <summary>
    /// The same for what takes a reader away: the school is locked before the letter, so that two who go at once do not
    /// each count on the other.
    /// </summary>
    internal Task<bool> WithReadersAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work) => WithAsync(actor, id, work, db => db.LockSchoolAsync());

    private async Task<bool> WithAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work, Func<IshenimDb, Task> prepare)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await prepare(db);
            using var held = await HeldAppeal.TakeAsync(db, actor, id);
            if (held is not null)
                await work(held);
            return held is not null;
        });
    }
}
