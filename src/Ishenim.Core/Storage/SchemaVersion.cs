using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage;

/// <summary>Tells, without the model, whether a database has every migration of this program.</summary>
internal static class SchemaVersion
{
    /// <returns>False, too, where there is no database yet or none that answers: migrating finds out which.</returns>
    public static async Task<bool> IsThisAsync(Rows rows)
    {
        try
        {
            var applied = await rows.ReadAsync($"""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, row => row.Text("MigrationId"));
            return Known().All(applied.Contains);
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Known() =>
        typeof(IshenimDb).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
