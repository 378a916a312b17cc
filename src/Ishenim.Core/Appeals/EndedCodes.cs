using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>A year after its letter was closed a code opens nothing any more: what finds the letter and the writer's grants go.</summary>
public sealed class EndedCodes(DatabaseGate database, TimeProvider time)
{
    public const int Years = 1;

    /// <returns>How many codes ended.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var school in await database.SchoolsAsync(cancellation))
            ended += await RemoveAsync(school);
        return ended;
    }

    private async Task<int> RemoveAsync(School school)
    {
        var before = school.Clock(time).Today.AddYears(-Years);
        await using var db = database.Open(school.Id);
        var old = await db.Set<WriterKey>().Where(key => db.Set<Appeal>().Any(appeal => appeal.Id == key.Appeal
            && (appeal.Facts!.State == AppealState.Closed || appeal.Facts.State == AppealState.Cancelled) && appeal.Facts.ClosedOn < before)).Select(key => key.Appeal).ToListAsync();
        foreach (var id in old)
            await database.InTransactionAsync(db, async () =>
            {
                await db.TakePlacesAsync(id, 0);
                await db.Set<WriterKey>().Where(key => key.Appeal == id).ExecuteDeleteAsync();
                await db.Set<Grant>().Where(grant => grant.Appeal == id && grant.Recipient == id.Value).ExecuteDeleteAsync();
            });
        return old.Count;
    }
}
