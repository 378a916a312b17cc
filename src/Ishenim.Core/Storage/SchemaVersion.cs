using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage;

/// <summary>Tells, without the model, whether a database has every migration of this program.</summary>
internal static class SchemaVersion
{
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string NoTable = "42P01";
    private const string NoDatabase = "3D000";

    /// <returns>False, too, where there is no database yet.</returns>
    public static async Task<bool> IsThisAsync(SchoolSql sql, CancellationToken cancellation = default)
    {
        try
        {
            var applied = await sql.ReadAsync($"""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, row => row.Text("MigrationId"), cancellation);
            return Known().All(applied.Contains);
        }
        catch (DbException fault) when (fault is SqliteException { SqliteErrorCode: 1 } or { SqlState: NoTable or NoDatabase })
        {
            return false;
        }
    }

    private static IEnumerable<string> Known() =>
        typeof(IshenimDb).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
