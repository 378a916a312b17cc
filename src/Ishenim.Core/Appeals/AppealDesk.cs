using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Opens a letter for one of the staff and does something with it, in one transaction. Readers only, unless said: one to
/// whom it was forwarded reads it and reports, and may do nothing else with it.
/// </summary>
public sealed class AppealDesk(DatabaseGate database)
{
    /// <returns>False: no such letter for this reader, and nothing was done.</returns>
    internal Task<bool> WithAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work) => WithAsync(actor, id, work, lockSchool: false, executors: false);

    /// <summary>
    /// The same for what takes a reader away: the school is locked before the letter, so that two who go at once do not
    /// each count on the other.
    /// </summary>
    internal Task<bool> WithReadersAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work) => WithAsync(actor, id, work, lockSchool: true, executors: false);

    /// <summary>For executors, too.</summary>
    internal Task<bool> WithHolderAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work, bool lockSchool = false) =>
        WithAsync(actor, id, work, lockSchool, executors: true);

    private async Task<bool> WithAsync(Actor actor, AppealId id, Func<HeldAppeal, Task> work, bool lockSchool, bool executors)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            if (lockSchool)
                await db.LockSchoolAsync();
            using var held = await HeldAppeal.TakeAsync(db, actor, id);
            if (held is null || (held.IsExecutor && !executors))
                return false;
            await work(held);
            if (held.EndsUrgentWait)
                await db.EndWaitAsync(id);
            return true;
        });
    }
}
