using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Opens the database and runs transactions; one for the whole process.</summary>
public sealed class DatabaseGate : IDisposable
{
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

    public DatabaseUpkeep Upkeep => new(this, _settings);

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

    /// <summary>Does it while nobody else of this process writes to SQLite.</summary>
    /// <returns>False: others wrote for too long, or the work says so.</returns>
    internal async Task<bool> WithoutOthersAsync(Func<Task<bool>> workAsync)
    {
        if (!await _oneWriter.WaitAsync(_settings.Patience))
            return false;
        try
        {
            return await workAsync();
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public void Dispose() => _oneWriter.Dispose();
}
