using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Opens the database and runs transactions; one for the whole process.</summary>
public sealed class DatabaseGate : IDisposable
{
    private readonly StorageSettings _settings;
    private readonly DbContextOptions<IshenimDb> _options;

    // SQLite has one writer; waiting here is fair and quick, waiting in the library is a poll every 150 ms.
    private readonly SemaphoreSlim _oneWriter = new(1);

    public DatabaseGate(StorageSettings settings)
    {
        _settings = settings;
        _options = DatabaseOptions.For(settings);
    }

    public bool IsSqlite => _settings.Postgres is null;

    /// <summary>The database as that school sees it.</summary>
    public IshenimDb Open(SchoolId school) => new(_options, school);

    /// <summary>The tables of the installation, without any school's rows.</summary>
    public IshenimDb OpenInstallation() => Open(IshenimDb.NoSchool);

    /// <summary>Brings the schema up to this version's; other nodes wait for it.</summary>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(_settings.Folder);
        await using var db = OpenInstallation();
        // Migrating builds the model a second time, which nearly every start can spare.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
        else
            // A disk that takes nothing stops the start, not the first letter.
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Counters" SET "Last" = "Last" WHERE FALSE""", cancellation);
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

    public void Dispose() => _oneWriter.Dispose();
}
