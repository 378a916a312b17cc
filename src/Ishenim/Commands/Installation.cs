using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Commands;

/// <summary>What commands work on: the database and files of an installation, whether or not it serves just now.</summary>
internal sealed class Installation : IDisposable
{
    private Installation(ServerSettings settings, TimeProvider time)
    {
        Settings = settings;
        Time = time;
        Database = new DatabaseGate(settings.Storage);
        Store = new FolderStore(settings.Storage.Folder, time);
    }

    public ServerSettings Settings { get; }

    public TimeProvider Time { get; }

    public DatabaseGate Database { get; }

    public IAttachmentStore Store { get; }

    /// <summary>An installation that is there, with the tables of this version.</summary>
    /// <exception cref="CommandException">There is none, or it is of another version.</exception>
    public static Task<Installation> OpenAsync(ServerSettings settings, TimeProvider time, CancellationToken cancellation) => NamedAsync(settings, async () =>
    {
        if (settings.Storage.Postgres is null && !File.Exists(settings.Storage.SqliteFile))
            throw new CommandException($"there is no database in {settings.Storage.Folder}", 2);
        var installation = Begin(settings, time);
        await using var db = installation.Database.OpenInstallation();
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            throw new CommandException("the database is not of this version: start 'ishenim serve' once, which brings it up", 2);
        return installation;
    });

    /// <summary>The place for an installation, empty or not.</summary>
    public static Task<Installation> CreateAsync(ServerSettings settings, TimeProvider time, CancellationToken cancellation) => NamedAsync(settings, async () =>
    {
        var installation = Begin(settings, time);
        await installation.Database.MigrateAsync(cancellation);
        return installation;
    });

    /// <summary>The schools, in their order; only that one where a slug is given.</summary>
    public async Task<IReadOnlyList<School>> SchoolsAsync(string? slug, CancellationToken cancellation)
    {
        var schools = await Database.SchoolsAsync(cancellation);
        if (slug is null)
            return schools;
        return schools.FirstOrDefault(school => school.Slug == slug) is { } named ? [named] : throw new CommandException($"there is no school '{slug}' here", 2);
    }

    public void Dispose() => Database.Dispose();

    private static Installation Begin(ServerSettings settings, TimeProvider time)
    {
        Sodium.Start();
        return new Installation(settings, time);
    }

    private static async Task<Installation> NamedAsync(ServerSettings settings, Func<Task<Installation>> open)
    {
        try
        {
            return await open();
        }
        catch (Exception fault) when (StartFaults.Named(fault, settings) is not null)
        {
            throw StartFaults.Named(fault, settings)!;
        }
    }
}
