using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Attachments;

/// <summary>
/// Deletes kept files that no row names: those of letters whose commit failed. Each is seen twice before it goes, since a
/// file is kept a moment before its row is there.
/// </summary>
public sealed class KeptSweep(DatabaseGate database, IAttachmentStore store)
{
    private HashSet<Guid> _seen = [];

    /// <summary>Call it once a day.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = new HashSet<Guid>();
        foreach (var school in await database.SchoolsAsync(cancellation))
            await SweepAsync(school.Id, now, cancellation);
        _seen = now;
    }

    private async Task SweepAsync(SchoolId school, HashSet<Guid> now, CancellationToken cancellation)
    {
        var kept = new HashSet<Guid>();
        await foreach (var (id, _) in store.ListAsync(school, cancellation))
            kept.Add(id);
        await using var db = database.Open(school);
        await foreach (var id in db.Set<Attachment>().Select(file => file.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            kept.Remove(id);
        foreach (var id in kept.Where(_seen.Contains))
            await store.DeleteAsync(school, id);
        now.UnionWith(kept.Where(id => !_seen.Contains(id)));
    }
}
