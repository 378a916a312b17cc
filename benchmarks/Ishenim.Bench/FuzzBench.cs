using System.Diagnostics;
using System.Security.Cryptography;
using Ishenim.Fuzz;

namespace Ishenim.Bench;

/// <summary>
/// The generators of the fuzz tests, for millions of cases and with a new seed each time. A case that breaks something is kept
/// in artifacts/fuzz, and its row says how to see it again.
/// </summary>
internal static class FuzzBench
{
    public const long Cases = 2_000_000;

    public static async Task<Table> RunAsync(long cases)
    {
        var seed = (long)RandomNumberGenerator.GetInt32(int.MaxValue);
        var share = Math.Max(1, cases / FuzzTargets.All.Sum(one => one.Share));
        var rows = new List<(string, string)> { ("seed", $"{seed}") };
        await Parallel.ForEachAsync(FuzzTargets.All, async (one, _) =>
        {
            var row = (one.Target.Name, await RunAsync(one.Target, seed, share * one.Share));
            lock (rows)
                rows.Add(row);
        });
        return new Table("fuzz", rows);
    }

    private static async Task<string> RunAsync(FuzzTarget target, long seed, long cases)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await FuzzRun.RunAsync(target, seed, cases);
            return $"{cases} cases, all borne, {cases / watch.Elapsed.TotalSeconds:0}/s";
        }
        catch (FuzzFailure failure)
        {
            Environment.ExitCode = 1;
            return $"BROKEN: {failure.Message} {failure.InnerException!.GetType().Name}: {failure.InnerException.Message}";
        }
    }
}
