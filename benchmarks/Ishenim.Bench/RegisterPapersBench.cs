using System.Globalization;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>The register of ten thousand letters as a workbook, through the running program, on both databases.</summary>
internal static class RegisterPapersBench
{
    private const int Letters = 10_000;
    private const int Times = 5;

    public static async Task<Table> RunAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var site = await BenchSite.StartAsync(kind: kind, fill: school => SealedFill.AddAsync(school, Letters));
            using var staff = await BenchStaff.SignInAsync(site);
            foreach (var (name, query) in new[] { ("without content", ""), ("with content", "?content=true") })
            {
                var bytes = await staff.DownloadAsync("/desk/appeals/register.xlsx" + query);
                var taken = await Timings.MeasureAsync(Times, 1, _ => staff.DownloadAsync("/desk/appeals/register.xlsx" + query));
                rows.Add(($"{kind}, {Letters.ToString("N0", CultureInfo.InvariantCulture)} lines, XLSX, {name}", $"{taken.Middle} (slowest of {Times} {taken.P95}; {bytes / 1024} KiB)"));
            }
        }
        return new Table("registerpapers", rows);
    }
}
