using System.Diagnostics;
using System.Globalization;
using Ishenim.Core.Appeals.Searching;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>Looking for a word in ten thousand sealed letters of 2 KB, on both databases: when the first hit is there, and when the last.</summary>
internal static class SearchBench
{
    private const int Letters = 10_000;
    private const int Times = 9;

    public static async Task<Table> RunAsync()
    {
        var rows = new List<(string, string)>();
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var database = await TestDatabase.StartAsync(kind);
            var school = await TestSchool.OpenAsync(database);
            await SealedFill.AddAsync(school, Letters);
            using var search = new LetterSearch(database.Gate);
            await SearchAsync(search, school);
            var (first, all) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                var (one, whole) = await SearchAsync(search, school);
                first.Add(one);
                all.Add(whole);
            }
            rows.Add(($"{kind}, {Letters.ToString("N0", CultureInfo.InvariantCulture)} letters, first hit", Figure(first)));
            rows.Add(($"{kind}, all {Letters / SealedFill.WordOneIn} hits", Figure(all)));
        }
        return new Table("search", rows);
    }

    private static async Task<(double First, double All)> SearchAsync(LetterSearch search, TestSchool school)
    {
        if (!SearchWords.TryParse("терезелер", out var words))
            throw new InvalidOperationException("Nothing to look for.");
        var (watch, first, found) = (Stopwatch.StartNew(), 0d, 0);
        await foreach (var _ in search.FindAsync(school.Responsible.Now(school), words))
            first = found++ == 0 ? watch.Elapsed.TotalMilliseconds : first;
        return found == Letters / SealedFill.WordOneIn ? (first, watch.Elapsed.TotalMilliseconds) : throw new InvalidOperationException($"Found {found} letters.");
    }

    private static string Figure(List<double> times) => string.Create(CultureInfo.InvariantCulture,
        $"{times.Order().ElementAt(times.Count / 2):0} ms (median of {times.Count}, slowest {times.Max():0})");
}
