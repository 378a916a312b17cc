using System.Globalization;
using Ishenim.Core.Schools;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Opens the database and runs transactions; one for the whole process.</summary>
public sealed class DatabaseGate : IDisposable
{
    /// <summary>64 MiB, some 1,700 letters with all that is said of them: a second or two in which letters wait.</summary>
    private const long MostWrittenAnew = 64 << 20;

    /// <summary>SQLite writes all of it to a file for the time being and to its log.</summary>
    private const int RoomToWriteAnew = 4;

    private readonly StorageSettings _settings;
    private readonly Connections _connections;
    private readonly DbContextOptions<IshenimDb> _options;

    // SQLite has one writer; waiting here is fair and quick, waiting in the library is a poll every 150 ms.
    private readonly SemaphoreSlim _oneWriter = new(1);

    public DatabaseGate(StorageSettings settings)
    {
        _settings = settings;
        _connections = new Connections(settings);
        _options = _connections.Options();
    }

    public bool IsSqlite => _settings.Postgres is null;

    /// <summary>The database as that school sees it.</summary>
    public IshenimDb Open(SchoolId school) => new(_options, school);

    /// <summary>The tables of the installation, without any school's rows.</summary>
    public IshenimDb OpenInstallation() => Open(IshenimDb.NoSchool);

    /// <summary>What is committed of that school, read by SQL.</summary>
    public SchoolSql Sql(SchoolId school) => new SchoolSql.Committed(_connections, school);

    /// <summary>What is committed of the tables of the installation, read by SQL.</summary>
    public SchoolSql InstallationSql() => Sql(IshenimDb.NoSchool);

    /// <summary>Brings the schema up to this version's; other nodes wait for it.</summary>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(_settings.Folder);
        if (await SchemaVersion.IsThisAsync(InstallationSql(), cancellation))
        {
            await RequireWritableAsync(cancellation);
            return;
        }
        // Migrating builds the model twice, which nearly every start can spare.
        await using var db = OpenInstallation();
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>A disk that takes nothing stops the start, not the first letter.</summary>
    private async Task RequireWritableAsync(CancellationToken cancellation)
    {
        await using var connection = await _connections.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """UPDATE "Counters" SET "Last" = "Last" WHERE FALSE""";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Runs the work and its <c>SaveChanges</c> in one transaction, which is durable when this returns.
    /// Nothing may be acknowledged before.
    /// </summary>
    /// <exception cref="DatabaseLockedException">Others wrote for too long.</exception>
    public async Task<T> InTransactionAsync<T>(IshenimDb db, Func<Task<T>> work)
    {
        if (IsSqlite && !await _oneWriter.WaitAsync(_settings.Patience))
            throw new DatabaseLockedException();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await work();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return result;
        }
        finally
        {
            if (IsSqlite)
                _oneWriter.Release();
        }
    }

    public Task InTransactionAsync(IshenimDb db, Func<Task> work) =>
        InTransactionAsync(db, async () =>
        {
            await work();
            return true;
        });

    /// <summary>
    /// Has SQLite look at its tables' sizes. All keys begin with the school, and SQLite takes the first part of a key for a good
    /// one unless it knows better: it would read every text of a school to find those of one letter. PostgreSQL looks by itself.
    /// </summary>
    /// <returns>False: others wrote for too long; the next look is good enough.</returns>
    public async Task<bool> LearnSizesAsync()
    {
        if (!IsSqlite)
            return true;
        if (!await _oneWriter.WaitAsync(_settings.Patience))
            return false;
        try
        {
            await using var db = OpenInstallation();
            // All tables, and of large ones a sample (https://www.sqlite.org/pragma.html#pragma_optimize).
            await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002");
            return true;
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    /// <summary>
    /// Overwrites what deleted rows left in the database's files as far as the database can: SQLite writes its file anew and
    /// empties its log, PostgreSQL vacuums the tables (docs/operations.md, "Destroy after the term").
    /// </summary>
    /// <returns>False: somebody else reads or writes just now; try again later.</returns>
    public async Task<bool> ForgetDeletedAsync(IEnumerable<string> tables)
    {
        await using var db = OpenInstallation();
        if (!IsSqlite)
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
        if (!IsSqlite)
            return true;
        var bytes = new FileInfo(_settings.SqliteFile).Length;
        var tooMuch = bytes > MostWrittenAnew || new DriveInfo(Path.GetFullPath(_settings.Folder)).AvailableFreeSpace < RoomToWriteAnew * bytes;
        await using var db = OpenInstallation();
        return tooMuch ? await IsLogEmptiedAsync(db) : await WriteAnewAsync(db);
    }

    private async Task<bool> WriteAnewAsync(IshenimDb db)
    {
        if (!await _oneWriter.WaitAsync(_settings.Patience))
            return false;
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM");
            return await IsLogEmptiedAsync(db);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
        finally
        {
            _oneWriter.Release();
        }
    }

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
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={_settings.Patience.TotalMilliseconds:F0}");
            await command.ExecuteNonQueryAsync();
        }
    }

    public void Dispose() => _oneWriter.Dispose();
}
