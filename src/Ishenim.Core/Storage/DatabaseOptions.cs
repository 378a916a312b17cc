using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage;

internal static class DatabaseOptions
{
    public static DbContextOptions<IshenimDb> For(StorageSettings settings)
    {
        var builder = new DbContextOptionsBuilder<IshenimDb>();
        if (settings.Postgres is null)
            builder.UseSqlite(SqliteConnection(settings)).AddInterceptors(new SqlitePragmas(settings.Patience)).ReplaceService<IMigrationsSqlGenerator, SqliteTables>();
        else
            UsePostgres(builder, settings.Postgres);
        // Migrations are written by hand, without a snapshot; a test compares their schema with the model's.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder.Options;
    }

    /// <summary>Not in line, so that a start on SQLite does not load PostgreSQL's driver.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UsePostgres(DbContextOptionsBuilder builder, string connection) => builder.UseNpgsql(connection);

    private static string SqliteConnection(StorageSettings settings) => new SqliteConnectionStringBuilder
    {
        DataSource = settings.SqliteFile,
        ForeignKeys = true,
        Pooling = true,
        // Beyond SQLite's own waiting the driver would ask again for 30 s.
        DefaultTimeout = (int)Math.Ceiling(settings.Patience.TotalSeconds),
    }.ToString();
}
