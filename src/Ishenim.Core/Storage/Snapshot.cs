using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>
/// The database as it is at one moment, for reading, while others go on writing. On SQLite a deferred transaction, which
/// under WAL holds nobody up; on PostgreSQL REPEATABLE READ. The first read takes the moment.
/// </summary>
public sealed class Snapshot : IAsyncDisposable
{
    private readonly DbTransaction _transaction;

    private Snapshot(IshenimDb db, DbTransaction transaction) => (Db, _transaction) = (db, transaction);

    public IshenimDb Db { get; }

    public DbTransaction Transaction => _transaction;

    public DbConnection Connection => Db.Database.GetDbConnection();

    /// <summary>Takes over the context and disposes it.</summary>
    public static async Task<Snapshot> BeginAsync(IshenimDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = db.Database.GetDbConnection();
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        return new Snapshot(db, transaction);
    }

    /// <summary>The same moment as another school sees it, over the same connection.</summary>
    public async Task<IshenimDb> SeenByAsync(IshenimDb school)
    {
        school.Database.SetDbConnection(Connection);
        await school.Database.UseTransactionAsync(_transaction);
        return school;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
