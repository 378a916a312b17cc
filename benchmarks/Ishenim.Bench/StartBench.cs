using System.Diagnostics;

namespace Ishenim.Bench;

/// <summary>From the start of the process to the first page.</summary>
internal static class StartBench
{
    public static async Task<Table> RunAsync()
    {
        var taken = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var clock = new Stopwatch();
            await using var site = await BenchSite.StartAsync();
            clock.Start();
            await site.Client.GetStringAsync(new Uri("/", UriKind.Relative));
            taken.Add(site.Start.TotalSeconds + clock.Elapsed.TotalSeconds);
        }
        taken.Sort();
        return new Table("start", [("cold start to the first page", $"{taken[2]:0.00} s (median of 5, {taken[0]:0.00}–{taken[4]:0.00})")]);
    }
}
