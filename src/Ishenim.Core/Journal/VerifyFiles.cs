using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>Holds the files' rows against the store. A file without a row is harmless: its letter was never accepted.</summary>
internal static class VerifyFiles
{
    /// <summary>How many files there are.</summary>
    /// <exception cref="ContradictionException">A file is not there, or not whole.</exception>
    public static async Task<long> CheckAsync(IshenimDb db, IAttachmentStore store, CancellationToken cancellation)
    {
        var kept = new Dictionary<Guid, long>();
        await foreach (var (id, bytes) in store.ListAsync(db.School, cancellation))
            kept[id] = bytes;
        var files = 0L;
        var rows = db.Set<Attachment>().AsNoTracking().OrderBy(file => file.Id).Select(file => new { file.Id, file.StoredBytes });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            files++;
            if (!kept.TryGetValue(row.Id, out var bytes))
                throw new ContradictionException($"file {row.Id:N} is not in the store");
            if (bytes != row.StoredBytes)
                throw new ContradictionException($"file {row.Id:N} has {bytes} bytes in the store, but {row.StoredBytes} were stored");
        }
        return files;
    }
}
