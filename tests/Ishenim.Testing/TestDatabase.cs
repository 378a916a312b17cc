using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Npgsql;

namespace Ishenim.Testing;

/// <summary>A migrated, empty database of its own in a temporary folder; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;

    private TestDatabase(TemporaryFolder? folder, StorageSettings settings)
    {
        _folder = folder;
        Settings = settings;
        Gate = new DatabaseGate(settings);
    }

    public StorageSettings Settings { get; }

    public DatabaseGate Gate { get; }

    public string Folder => Settings.Folder;

    /// <summary>Skips the test aloud where PostgreSQL is not installed.</summary>
    public static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var postgres = kind == DatabaseKind.Postgres ? await EmptyDatabase.CopyOnPostgresAsync() : null;
        var folder = new TemporaryFolder();
        var database = new TestDatabase(folder, new StorageSettings { Folder = folder.Path, Postgres = postgres });
        if (kind == DatabaseKind.Sqlite)
            await EmptyDatabase.CopyToAsync(database.Settings.SqliteFile);
        return database;
    }

    /// <summary>SQLite in a folder of the test's, which stays.</summary>
    public static Task<TestDatabase> StartInAsync(string folder) => MigratedAsync(new TestDatabase(null, new StorageSettings { Folder = folder }));

    /// <summary>On a PostgreSQL of the test's own.</summary>
    public static Task<TestDatabase> StartOnAsync(string postgres)
    {
        var folder = new TemporaryFolder();
        return MigratedAsync(new TestDatabase(folder, new StorageSettings { Folder = folder.Path, Postgres = postgres }));
    }

    private static async Task<TestDatabase> MigratedAsync(TestDatabase database)
    {
        await database.Gate.MigrateAsync();
        return database;
    }

    public IshenimDb Open(SchoolId school) => Gate.Open(school);

    public ValueTask DisposeAsync()
    {
        Gate.Dispose();
        LeavePostgres();
        _folder?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A pool keeps its connections for minutes: those of many tests would be more than the server takes.</summary>
    private void LeavePostgres()
    {
        if (Settings.Postgres is null)
            return;
        using var connection = new NpgsqlConnection(Settings.Postgres);
        NpgsqlConnection.ClearPool(connection);
    }
}
