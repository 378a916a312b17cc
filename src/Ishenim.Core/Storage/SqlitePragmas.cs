using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ishenim.Core.Storage;

/// <summary>A commit is on the disk before it is acknowledged, and what is deleted is overwritten.</summary>
internal sealed class SqlitePragmas(TimeSpan patience) : DbConnectionInterceptor
{
    // A pooled connection keeps them: they are said once to each handle of the library.
    private readonly ConditionalWeakTable<object, string> _said = [];

    private readonly string _pragmas = string.Create(
        CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={patience.TotalMilliseconds:F0}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public void Set(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (_said.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
        // Only now: a handle on which they failed goes back to the pool, and has to hear them again.
        _said.AddOrUpdate(handle, _pragmas);
    }
}
