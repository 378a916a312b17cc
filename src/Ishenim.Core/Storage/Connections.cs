using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Ishenim.Core.Storage;

/// <summary>How the database is connected to: for contexts, and without one.</summary>
internal sealed class Connections(StorageSettings settings)
{
    private readonly SqlitePragmas _pragmas = new(settings.Patience);

    private readonly string _sqlite = new SqliteConnectionStringBuilder
    {
        DataSource = settings.SqliteFile,
        ForeignKeys = true,
        Pooling = true,
        // Beyond SQLite's own waiting the driver would ask again for 30 s.
        DefaultTimeout = (int)Math.Ceiling(settings.Patience.TotalSeconds),
    }.ToString();

    public DbContextOptions<IshenimDb> Options()
    {
        var builder = new DbContextOptionsBuilder<IshenimDb>();
        if (settings.Postgres is null)
            builder.UseSqlite(_sqlite).AddInterceptors(_pragmas).ReplaceService<IMigrationsSqlGenerator, SqliteTables>();
        else
            UsePostgres(builder, settings.Postgres);
        // Migrations are written by hand, without a snapshot; a test compares their schema with the model's.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder.Options;
    }

    /// <summary>An open connection, from the same pool as those of contexts.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        var connection = settings.Postgres is null ? new SqliteConnection(_sqlite) : Postgres(settings.Postgres);
        try
        {
            await connection.OpenAsync(cancellation);
            if (connection is SqliteConnection sqlite)
                _pragmas.Set(sqlite);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Not in line, so that a start on SQLite does not load PostgreSQL's driver.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UsePostgres(DbContextOptionsBuilder builder, string connection) => builder.UseNpgsql(connection);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DbConnection Postgres(string connection)
    {
        var made = NpgsqlFactory.Instance.CreateConnection();
        made.ConnectionString = connection;
        return made;
    }
}
