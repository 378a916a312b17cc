using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>What a database wants now and then: to know its sizes, and to forget what was deleted and in which order things came.</summary>
public sealed class DatabaseUpkeep(DatabaseGate database, StorageSettings settings)
{
    /// <summary>64 MiB, some 1,700 letters with all that is said of them: a second or two in which letters wait.</summary>
    private const long MostWrittenAnew = 64 << 20;

    /// <summary>SQLite writes all of it to a file for the time being and to its log.</summary>
    private const int RoomToWriteAnew = 4;

    /// <summary>
    /// Has SQLite look at its tables' sizes. All keys begin with the school, and SQLite takes the first part of a key for a good
    /// one unless it knows better: it would read every text of a school to find those of one letter. PostgreSQL looks by itself.
    /// </summary>
    /// <returns>False: others wrote for too long; the next look is good enough.</returns>
    public async Task<bool> LearnSizesAsync()
    {
        if (!database.IsSqlite)
            return true;
        return await database.WithoutOthersAsync(async () =>
        {
            await using var db = database.OpenInstallation();
            // All tables, and of large ones a sample (https://www.sqlite.org/pragma.html#pragma_optimize).
            await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002");
            return true;
        });
    }

    /// <summary>
    /// Overwrites what deleted rows left in the database's files as far as the database can: SQLite writes its file anew and
    /// empties its log, PostgreSQL vacuums the tables (docs/operations.md, "Destroy after the term").
    /// </summary>
    /// <returns>False: somebody else reads or writes just now; try again later.</returns>
    public async Task<bool> ForgetDeletedAsync(IEnumerable<string> tables)
    {
        await using var db = database.OpenInstallation();
        if (!database.IsSqlite)
        {
            foreach (var table in tables)
                await db.Database.ExecuteSqlRawAsync(string.Concat("VACUUM \"", table, "\""));
            return true;
        }
        return await WriteAnewAsync(db);
    }

    /// <summary>
    /// Rows lie in SQLite's file in the order of their keys, but their pages, and places in these, were given as they came, and
    /// the log has them in that order too: a letter could be timed by the acts of staff around it. Written anew they follow the
    /// keys, whose letters are random. PostgreSQL cannot (docs/threat-model.md).
    /// </summary>
    /// <returns>False: somebody else reads or writes just now; try again later.</returns>
    public async Task<bool> ForgetOrderAsync()
    {
        if (!database.IsSqlite)
            return true;
        var bytes = new FileInfo(settings.SqliteFile).Length;
        var tooMuch = bytes > MostWrittenAnew || new DriveInfo(Path.GetFullPath(settings.Folder)).AvailableFreeSpace < RoomToWriteAnew * bytes;
        await using var db = database.OpenInstallation();
        return tooMuch ? await IsLogEmptiedAsync(db) : await WriteAnewAsync(db);
    }

    private Task<bool> WriteAnewAsync(IshenimDb db) => database.WithoutOthersAsync(async () =>
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM");
            return await IsLogEmptiedAsync(db);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    });

    /// <summary>The first column tells whether somebody kept the log from being emptied (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).</summary>
    private async Task<bool> IsLogEmptiedAsync(IshenimDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // Letters wait meanwhile, so that nobody who reads is waited for: a backup does it for minutes.
        command.CommandText = "PRAGMA busy_timeout=500; PRAGMA wal_checkpoint(TRUNCATE)";
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            return reader.GetInt64(0) == 0;
        }
        finally
        {
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={settings.Patience.TotalMilliseconds:F0}");
            await command.ExecuteNonQueryAsync();
        }
    }
}
