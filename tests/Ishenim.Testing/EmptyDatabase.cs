using Ishenim.Core.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ishenim.Testing;

/// <summary>One migrated, empty database of each kind, of which the tests get copies: migrating takes many times as long.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(MakePostgresAsync);

    public static async Task CopyToAsync(string file) => await File.WriteAllBytesAsync(file, await Sqlite.Value);

    /// <summary>A connection string to a new copy.</summary>
    public static async Task<string> CopyOnPostgresAsync()
    {
        PostgresMachine.SkipUnlessInstalled();
        return await PostgresServer.NewDatabaseAsync(await Postgres.Value);
    }

    private static async Task<byte[]> MakeSqliteAsync()
    {
        using var folder = new TemporaryFolder();
        var settings = new StorageSettings { Folder = folder.Path };
        await MigrateAsync(settings);
        // The last connection takes what stands in the log into the file.
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(settings.SqliteFile);
    }

    /// <returns>Its name.</returns>
    private static async Task<string> MakePostgresAsync()
    {
        using var folder = new TemporaryFolder();
        var connection = await PostgresServer.NewDatabaseAsync();
        await MigrateAsync(new StorageSettings { Folder = folder.Path, Postgres = connection });
        using var left = new NpgsqlConnection(connection);
        // A database to which anybody is connected cannot be copied.
        NpgsqlConnection.ClearPool(left);
        return left.Database;
    }

    private static async Task MigrateAsync(StorageSettings settings)
    {
        using var gate = new DatabaseGate(settings);
        await gate.MigrateAsync();
    }
}
