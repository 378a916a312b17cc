using System.Diagnostics;
using Ishenim.Core.Appeals;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Fire;

/// <summary>
/// The real program on a day on which thirty letters come, one after the other, and then the machine is carried away: what the program
/// said on its console, and the bytes of the database and its log. See <c>AnonymousMonthTests</c> for what else a thief looks at.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AnonymousDayTests
{
    private const int Letters = 30;

    /// <summary>
    /// By chance half of all pairs of letters stand in the right order, give or take a deviation that is known (Kendall 1938). More
    /// than six of these come in about one of a thousand million days; who knows the order is nearly eight away.
    /// </summary>
    private const double MostByChance = 6;

    private const int Days = 5;

    private static readonly TimeSpan BeforeTheSweep = TimeSpan.FromSeconds(9);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Serve_LettersOfADay_ConsoleSaysTheSameAsIfNobodyWroteAndTheFirstSweepTakesTheirOrder()
    {
        var (day, written) = await DayAsync();
        await using var database = day;
        var before = await OrdersAsync(database);
        string quiet;
        var log = LogOf(database).Length;
        await using (var program = FireProgram.Start(database))
        {
            await program.AddressAsync();
            await LogIsCutAsync(database, log);
            quiet = Console(program);
        }
        var after = await OrdersAsync(database);

        Assert.NotEmpty(quiet);
        Assert.Equal(quiet, written);
        // Until then the disk knows the order, and the thief can read it there.
        Assert.Contains(before, order => order.FromChance > MostByChance);
        Assert.NotEmpty(after);
        Assert.Empty(after.Where(order => order.FromChance > MostByChance));
    }

    /// <summary>Thirty letters before the program's first sweep; where the machine is too slow for that, all over again, some times.</summary>
    private static async Task<(TestDatabase Database, string Said)> DayAsync()
    {
        for (var days = 0; days < Days; days++)
        {
            var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
            await TestSchool.OpenAsync(database);
            SqliteConnection.ClearAllPools();
            var clock = Stopwatch.StartNew();
            await using var program = FireProgram.Start(database);
            await WriteAsync(await program.AddressAsync());
            if (clock.Elapsed < BeforeTheSweep)
                return (database, Console(program));
            await database.DisposeAsync();
        }
        throw new TimeoutException($"On none of {Days} days did {Letters} letters come before the sweep, {BeforeTheSweep.TotalSeconds} s after the start: the machine is too slow for this test.");
    }

    /// <summary>And what goes wrong on the way: nothing that a writer does is said at its minute.</summary>
    private static async Task WriteAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var letter = 0; letter < Letters; letter++)
        {
            Assert.NotNull(await FireLetter.Next().PostAsync(client, address));
            if (letter % 10 > 0)
                continue;
            using var wrong = await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", "1234 5678 9012 3456")));
            using var empty = await client.PostAsync(new Uri("/write", UriKind.Relative), TestForm.Pairs(("text", "")));
            using var none = await client.GetAsync(new Uri("/no-such-page", UriKind.Relative));
        }
    }

    /// <summary>All but the port, which is another one each time.</summary>
    private static string Console(RunningProgram program) =>
        string.Join('\n', program.Said.Split('\n').Select(line => line.StartsWith("Ishenim serves on ", StringComparison.Ordinal) ? line[..line.LastIndexOf(':')] : line));

    /// <summary>The program sweeps some seconds after its start.</summary>
    private static async Task LogIsCutAsync(TestDatabase database, long from)
    {
        using var waiting = new CancellationTokenSource(Patience);
        while (LogOf(database) is not { Exists: true } log || log.Length >= from)
            await Task.Delay(100, waiting.Token);
    }

    private static FileInfo LogOf(TestDatabase database) => new(database.Settings.SqliteFile + "-wal");

    /// <summary>From a copy: who opens the database himself changes it.</summary>
    private static async Task<List<(string Where, double FromChance)>> OrdersAsync(TestDatabase database)
    {
        using var bytes = new TemporaryFolder();
        using var opened = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(database.Folder))
            foreach (var folder in new[] { bytes, opened })
                File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        await using var copy = await TestDatabase.StartInAsync(opened.Path);
        var rows = await ThiefsRow.AllAsync(copy);
        SqliteConnection.ClearAllPools();

        var truth = rows.Where(row => row.Table == "Appeals").OrderBy(row => row.Values[row.Columns.ToList().IndexOf("RegisterPlace")]).Select(row => new AppealId(row.IdIn("Id"))).ToList();
        Assert.Equal(Letters, truth.Count);
        var places = new RawPlaces(rows, truth.ToHashSet());
        return [.. Directory.GetFiles(bytes.Path).SelectMany(places.Orders)
            // Its lines stand in the order of their numbers, which is that of the register (docs/threat-model.md).
            .Where(order => !order.Where.Contains("JournalLines", StringComparison.Ordinal))
            .Select(order => (order.Where, FromChance(order.Letters, truth)))];
    }

    /// <summary>How many standard deviations the pairs that stand in the right order, or all in the wrong one, are away from a half.</summary>
    private static double FromChance(IReadOnlyList<AppealId> order, List<AppealId> truth)
    {
        var (places, n) = (order.Select(letter => truth.IndexOf(letter)).ToList(), order.Count);
        var right = places.Index().Sum(one => places.Skip(one.Index + 1).Count(later => later > one.Item));
        return n < 2 ? 0 : Math.Abs(right - n * (n - 1) / 4.0) / Math.Sqrt(n * (n - 1) * (2 * n + 5) / 72.0);
    }
}
