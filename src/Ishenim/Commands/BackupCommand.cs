using System.CommandLine;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim backup FILE</c>: one consistent file, while the program serves.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var command = new Command("backup", "Write everything into one file, also while the site serves.");
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not be there yet." };
        command.AddDataFolder();
        command.Add(file);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var installation = await Installation.OpenAsync(parsed.ReadSettings(), TimeProvider.System, cancellation);
            return await WriteAsync(installation, Path.GetFullPath(parsed.GetRequiredValue(file)), cancellation);
        });
        return command;
    }

    private static async Task<int> WriteAsync(Installation installation, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new CommandException($"{path} is there already", 2);
        try
        {
            using var target = new BackupTarget(path);
            await BackupWriter.WriteAsync(installation.Database, installation.Store, target.Stream, installation.Time, cancellation);
            var manifest = await target.FinishAsync(cancellation);
            await WriteDestroyedAsync(installation, DestructionList.Beside(path), cancellation);
            Console.WriteLine($"backup: {path}: {manifest.Tables.Sum(table => table.Rows)} rows, {manifest.Files} files, {target.Bytes} bytes, read again and whole");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or BackupUnusableException)
        {
            throw new CommandException($"the backup could not be written: {fault.Message}");
        }
        return await IsIntactAsync(installation, cancellation) ? 0 : 1;
    }

    /// <summary>What must not come back from older backups of this folder; the list that is there never gets shorter.</summary>
    private static async Task WriteDestroyedAsync(Installation installation, string path, CancellationToken cancellation)
    {
        await using var db = installation.Database.OpenInstallation();
        var before = await DestructionList.ReadAsync(path, cancellation);
        var now = before.With(await DestructionList.OfAsync(db, cancellation));
        if (now.Destructions.Count > before.Destructions.Count)
            await now.WriteAsync(path, cancellation);
        if (now.Destructions.Count > 0)
            Console.WriteLine($"backup: {path}: what was destroyed after its term; a restore destroys it again");
    }

    /// <summary>The backup is there either way; but whoever keeps it should know.</summary>
    private static async Task<bool> IsIntactAsync(Installation installation, CancellationToken cancellation)
    {
        foreach (var school in await installation.SchoolsAsync(null, cancellation))
        {
            await using var snapshot = await Snapshot.BeginAsync(installation.Database.Open(school.Id), cancellation);
            if ((await Verifier.VerifyAsync(snapshot.Db, installation.Store, cancellation)).Contradiction is not { } contradiction)
                continue;
            await Console.Error.WriteLineAsync($"ishenim: the backup is whole, but what it was made from is not: school {school.Slug}: {contradiction}");
            return false;
        }
        return true;
    }
}
