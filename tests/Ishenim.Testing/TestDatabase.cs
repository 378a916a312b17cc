using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Testing;

/// <summary>A migrated, empty database of its own in a temporary folder; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private TestDatabase(TemporaryFolder folder, StorageSettings settings)
    {
        _folder = folder;
        Settings = settings;
        Gate = new DatabaseGate(settings);
    }

    public StorageSettings Settings { get; }

    public DatabaseGate Gate { get; }

    public string Folder => _folder.Path;

    /// <summary>Skips the test aloud where PostgreSQL is not installed.</summary>
    public static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var folder = new TemporaryFolder();
        var postgres = kind == DatabaseKind.Postgres ? await PostgresServer.NewDatabaseAsync() : null;
        var database = new TestDatabase(folder, new StorageSettings { Folder = folder.Path, Postgres = postgres });
        await database.Gate.MigrateAsync();
        return database;
    }

    public IshenimDb Open(SchoolId school) => Gate.Open(school);

    public ValueTask DisposeAsync()
    {
        Gate.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
