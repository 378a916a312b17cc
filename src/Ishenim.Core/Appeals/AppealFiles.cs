using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Opens the files of letters; each opening is a line of the journal.</summary>
public sealed class AppealFiles(AppealDesk desk, IAttachmentStore store)
{
    /// <returns>Null: no such file for this person.</returns>
    /// <exception cref="FileNotFoundException">The store has lost it.</exception>
    public async Task<FileAtHand?> OpenAsync(Actor actor, AppealId id, Guid file)
    {
        FileAtHand? found = null;
        await desk.WithHolderAsync(actor, id, async held =>
        {
            var row = await held.Db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(one => one.Appeal == id && one.Id == file);
            if (row is null || !held.Keys.Has(row.Class, row.Epoch) || !await HasAppearedAsync(held, row))
                return;
            await held.JournalAsync(JournalVerb.FileRead, detail: file.ToString());
            var key = SecretKey.From(held.Keys[row.Class, row.Epoch].Bytes);
            found = new FileAtHand(store, row, key, held.Keys.OpenFacts(row));
        });
        return found;
    }

    private static Task<bool> HasAppearedAsync(HeldAppeal held, Attachment file) => held.Db.Set<Part>().AnyAsync(
        part => part.Appeal == file.Appeal && part.Sequence == file.Message && part.AppearsAt <= held.Actor.At);
}

/// <summary>A file that a reader may see now; its key is wiped when it is disposed.</summary>
public sealed class FileAtHand : IDisposable
{
    private readonly IAttachmentStore _store;
    private readonly Attachment _row;
    private readonly SecretKey _key;

    internal FileAtHand(IAttachmentStore store, Attachment row, SecretKey key, AttachmentFacts facts) =>
        (_store, _row, _key, Facts) = (store, row, key, facts);

    public AttachmentFacts Facts { get; }

    /// <summary>
    /// Opens the file chunk by chunk into a stream, with constant memory. The first write holds at least the first 64 KiB,
    /// or all there is.
    /// </summary>
    /// <exception cref="SealBrokenException">It is not what was sealed: what was written so far is worth nothing.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellation)
    {
        await using var stored = await _store.ReadAsync(_row.School, _row.Id, cancellation);
        await FileEnvelope.OpenAsync(stored, destination, _key, _row.FileLabel, cancellation);
    }

    public void Dispose() => _key.Dispose();
}
