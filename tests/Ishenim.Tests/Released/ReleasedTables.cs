using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Released;

/// <summary>How many rows each table of a released version holds: a migration is only tried where there are rows.</summary>
internal static class ReleasedTables
{
    /// <summary>Tables that a version's data leave without a row, each with its reason; no other may be empty.</summary>
    public static IReadOnlyList<string> Empty(string version) => version switch
    {
        // Nobody was on the way in; and as no mail server was set, what waited to be sent was dropped.
        "0.1-first" => ["Invitations", "OutboxMails"],
        _ => [],
    };

    /// <summary>Of the schema that the version left, before today's program touches it.</summary>
    public static Task<IReadOnlyDictionary<string, long>> OfAsync(ReleasedData released) => WithAsync(released, async db =>
    {
        await using var command = new SqliteCommand("""SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'sqlite%'""", db);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return await CountAsync(db, tables);
    });

    public static Task<string> LastMigrationAsync(ReleasedData released) => WithAsync(released, ReleasedOnPostgres.LastMigrationAsync);

    /// <summary>On any database, over an open connection.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(DbConnection db, IEnumerable<string> tables)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command = db.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{table}\"";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }
        return counts;
    }

    private static async Task<T> WithAsync<T>(ReleasedData released, Func<SqliteConnection, Task<T>> work)
    {
        using var folder = new TemporaryFolder();
        released.UnpackTo(folder.Path);
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "ishenim.db")};Pooling=False");
        await db.OpenAsync();
        return await work(db);
    }
}
