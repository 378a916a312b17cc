using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Attachments;
using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ishenim.Core.Storage;

/// <summary>
/// Brings a backup into an empty database and store, of either kind. All in one transaction: what fails leaves nothing.
/// A backup of an older version is brought up on the way.
/// </summary>
public sealed class Restorer(DatabaseGate database, IAttachmentStore store, TimeProvider time)
{
    /// <summary>What was destroyed since the backup was made, and is destroyed again.</summary>
    public DestructionList Destroyed { get; init; } = DestructionList.Empty;

    /// <param name="backup">The backup; it is checked first.</param>
    /// <param name="ask">Asks for each school's last numbers on paper.</param>
    /// <param name="acceptContradictions">Also where journal, letters and files contradict each other: better that than nothing.</param>
    /// <param name="cancellation">Ends it and leaves nothing.</param>
    /// <exception cref="BackupUnusableException">The backup is damaged, or its contents contradict each other.</exception>
    /// <exception cref="PlaceNotEmptyException">There are schools here.</exception>
    /// <exception cref="LastNumberTooLowException">A number on paper cannot be right.</exception>
    public async Task<RestoreReport> RestoreAsync(BackupReader backup, AskLastNumbers ask, bool acceptContradictions, CancellationToken cancellation)
    {
        await backup.CheckAsync(cancellation);
        await database.MigrateAsync(cancellation);
        await using var db = database.OpenInstallation();
        await CheckPlaceAsync(db, backup.Manifest, cancellation);
        var files = new RestoredFiles(store);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await new RestoredRows(db, transaction.GetDbTransaction()).ImportAsync(backup, cancellation);
            await FirstBoxes.MakeAsync(db);
            await files.ImportAsync(backup, cancellation);
            var report = await CloseAsync(db, transaction, backup.Manifest, ask, acceptContradictions, cancellation);
            await transaction.CommitAsync(cancellation);
            files.Stay();
            await new DestructionSweep(database, store).TrySweepAsync(cancellation);
            return report;
        }
        finally
        {
            await files.DisposeAsync();
        }
    }

    private static async Task CheckPlaceAsync(IshenimDb db, BackupManifest manifest, CancellationToken cancellation)
    {
        var schools = await db.Set<School>().CountAsync(cancellation);
        if (schools > 0)
            throw new PlaceNotEmptyException(schools);
        var here = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (!here.Contains(manifest.Schema))
            throw new BackupUnusableException($"its tables are those of {manifest.Schema}, this version's are {here[^1]}: restore it with the version that made it");
        var known = BackupTables.InOrder(db).ConvertAll(table => table.Name);
        var held = manifest.Tables.Select(table => table.Name).ToList();
        // An older version had fewer tables; a backup of this version holds them all, in this order.
        if (!(here[^1] == manifest.Schema ? known : known.FindAll(held.Contains)).SequenceEqual(held))
            throw new BackupUnusableException("it holds other tables than this version has");
    }

    private async Task<RestoreReport> CloseAsync(
        IshenimDb db, IDbContextTransaction transaction, BackupManifest manifest, AskLastNumbers ask, bool acceptContradictions, CancellationToken cancellation)
    {
        long letters = 0, lines = 0;
        var destroyed = 0;
        var contradictions = new List<string>();
        var schools = await db.Set<School>().AsNoTracking().OrderBy(school => school.Place).ToListAsync(cancellation);
        foreach (var school in schools)
        {
            await using var seen = database.Open(school.Id);
            seen.Database.SetDbConnection(db.Database.GetDbConnection());
            await seen.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellation);
            var restored = new RestoredSchool(seen, school, store, time);
            var report = await restored.VerifyAsync(manifest, cancellation);
            if (report.Contradiction is { } contradiction)
                contradictions.Add(acceptContradictions ? $"school {school.Slug}: {contradiction}" : throw new BackupUnusableException($"school {school.Slug}: {contradiction}"));
            destroyed += await new RestoredDestructions(seen, school, time).ReplayAsync(Destroyed);
            await restored.GoOnAfterPaperAsync(manifest, ask, last: school == schools[^1]);
            (letters, lines) = (letters + report.Letters, lines + report.Lines);
        }
        return new RestoreReport { Schools = schools.Count, Letters = letters, Files = manifest.Files, Lines = lines, DestroyedAgain = destroyed, Contradictions = contradictions };
    }
}
