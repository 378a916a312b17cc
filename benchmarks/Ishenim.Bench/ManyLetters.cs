using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Bench;

/// <summary>Fills a register from its one letter by SQL: accepting a million of them would take an hour.</summary>
internal static class ManyLetters
{
    /// <summary>One in so many is not closed yet.</summary>
    private const int OpenOneIn = 50;

    /// <summary>In SQLite's own two megabytes each row would write a page of every index.</summary>
    private const int CacheKiB = 1024 * 1024;

    /// <summary>Letters with the places first to last in their year's register.</summary>
    public static async Task AddAsync(BenchSite site, int first, int last)
    {
        await using var db = site.Database.Open(site.School.Id);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        // It is held, because what is set goes with it.
        await db.Database.OpenConnectionAsync();
        if (site.Database.Settings.Postgres is null)
            await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size=-{CacheKiB}"));
        var (letter, year) = (IdOf("1", site), site.School.Clock.Today.Year);
        await CopyAsync<Appeal>(db, first, last, new()
        {
            ["Id"] = letter, ["RegisterPlace"] = "t.\"RegisterPlace\" + i - 1", ["Facts_Number"] = $"CONCAT('{year}-', i)",
            ["Facts_State"] = $"CASE WHEN i % {OpenOneIn} = 0 THEN {(int)AppealState.Registered} ELSE {(int)AppealState.Closed} END",
            ["Facts_Subject"] = "1 + i % 10",
        });
        await CopyAsync<Part>(db, first, last, new() { ["Id"] = IdOf("2", site), ["Appeal"] = letter, ["Sealed"] = "SUBSTR(t.\"Sealed\", 1, 100)" });
        await CopyAsync<Grant>(db, first, last, new()
        {
            ["Appeal"] = letter, ["Recipient"] = $"CASE WHEN t.\"Recipient\" = t.\"Appeal\" THEN {letter} ELSE t.\"Recipient\" END",
        });
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task CopyAsync<T>(IshenimDb db, int first, int last, Dictionary<string, string> instead)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
        var columns = table.Columns.Select(column => column.Name).ToList();
        var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => instead.GetValueOrDefault(column) ?? $"t.\"{column}\""));
        var one = typeof(T) == typeof(Appeal) ? "\"Id\"" : "\"Appeal\"";
        var template = $"SELECT * FROM \"{table.Name}\" WHERE {one} = (SELECT \"Id\" FROM \"Appeals\" ORDER BY \"RegisterPlace\" LIMIT 1)";
#pragma warning disable EF1002 // Numbers and the model's own names.
        await db.Database.ExecuteSqlRawAsync(
            $"""
             INSERT INTO "{table.Name}" ({list})
             WITH RECURSIVE n(i) AS (SELECT CAST({first} AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {last})
             SELECT {values} FROM n CROSS JOIN ({template}) AS t
             """);
#pragma warning restore EF1002
    }

    /// <summary>Ids that lie scattered, as random ones do: multiplying by an odd number loses none.</summary>
    private static string IdOf(string kind, BenchSite site)
    {
        const string Scattered = "CAST(i * 2654435761 % 4294967296 AS BIGINT)";
        return site.Database.Settings.Postgres is null
            ? $"printf('%08X-0000-4000-8000-00000000000{kind}', {Scattered})"
            : $"CAST(lpad(upper(to_hex({Scattered})), 8, '0') || '-0000-4000-8000-00000000000{kind}' AS uuid)";
    }
}
