using System.Diagnostics;
using System.Globalization;

namespace Ishenim.Bench;

/// <summary>From the start of the process to the first page.</summary>
internal static class StartBench
{
    private const int Times = 9;

    /// <summary>What made the school goes on compiling its own code for a while, on the same cores.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task<Table> RunAsync()
    {
        // The client's own first page is not counted.
        await StartAsync();
        var taken = new List<double>();
        for (var i = 0; i < Times; i++)
            taken.Add(await StartAsync());
        taken.Sort();
        return new Table("start",
        [
            ("cold start to the first page", string.Create(CultureInfo.InvariantCulture, $"{taken[Times / 2]:0.00} s (median of {Times}, {taken[0]:0.00}–{taken[^1]:0.00})")),
        ]);
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> StartAsync()
    {
        await using var site = await BenchSite.StartAsync(fill: _ => Task.Delay(Rest));
        var clock = Stopwatch.StartNew();
        await site.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        return (site.Start + clock.Elapsed).TotalSeconds;
    }
}
