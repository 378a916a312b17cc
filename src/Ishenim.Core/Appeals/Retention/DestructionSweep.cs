using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>
/// Takes from the disk what was destroyed in the database: the files, and what a database keeps of deleted rows. It can be
/// done again and again, until it is done once from end to end.
/// </summary>
public sealed class DestructionSweep(DatabaseGate database, IAttachmentStore store)
{
    /// <summary>Goes on where a program was killed, or a disk was full; call it at the start and once a day.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var school in await database.SchoolsAsync(cancellation))
            await SweepAsync(school.Id);
    }

    /// <summary>The same at once; what cannot be done now is left for the next day.</summary>
    internal async Task TrySweepAsync(CancellationToken cancellation)
    {
        try
        {
            await SweepAsync(cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException || StorageFaults.Of(fault) is not null)
        {
            // The letters are destroyed and the act is there; told otherwise, somebody would begin it again.
        }
    }

    internal static string Name(IEnumerable<Guid> files) => string.Join(' ', files.Select(file => file.ToString("N")));

    private async Task SweepAsync(SchoolId school)
    {
        await using var db = database.Open(school);
        var left = await db.Set<Destruction>().AsNoTracking().Where(one => one.State == DestructionState.Done && one.FilesLeft != null).ToListAsync();
        foreach (var file in left.SelectMany(one => one.FilesLeft!.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            await store.DeleteAsync(school, Guid.ParseExact(file, "N"));
        if (left.Count == 0 || !await database.Upkeep.ForgetDeletedAsync(["Appeals", .. LetterRows.Tables(db).Select(one => one.Table)]))
            return;
        var ids = left.ConvertAll(one => one.Id);
        await database.InTransactionAsync(db, () => db.Set<Destruction>().Where(one => ids.Contains(one.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.FilesLeft, (string?)null)));
    }
}
