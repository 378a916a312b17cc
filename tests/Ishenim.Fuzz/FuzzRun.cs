namespace Ishenim.Fuzz;

/// <summary>A case broke something. The message says how to see it again.</summary>
public sealed class FuzzFailure(string message, Exception inner) : Exception(message, inner);

/// <summary>Runs many cases of one target.</summary>
public static class FuzzRun
{
    /// <summary>No case may take longer; on a busy machine a good one takes a thousandth of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static string Found => Path.Combine(Repository.Root, "artifacts", "fuzz");

    /// <exception cref="FuzzFailure">At the first case that is not borne.</exception>
    public static async Task RunAsync(FuzzTarget target, long seed, long cases)
    {
        for (long place = 0; place < cases; place++)
        {
            var bytes = target.Make(new Dice(seed, place));
            try
            {
                await RunAsync(target, bytes);
            }
            catch (Exception fault)
            {
                throw new FuzzFailure($"{target.Name}, seed {seed}, case {place}: {Keep(target, seed, place, bytes)}. Once mended it belongs into tests/Ishenim.Tests/Fire/cases.", fault);
            }
        }
    }

    /// <exception cref="TimeoutException">It hangs.</exception>
    public static Task RunAsync(FuzzTarget target, byte[] bytes) => Task.Run(() => target.RunAsync(bytes)).WaitAsync(Patience);

    private static string Keep(FuzzTarget target, long seed, long place, byte[] bytes)
    {
        Directory.CreateDirectory(Found);
        var path = Path.Combine(Found, $"{target.Name}-{seed}-{place}.bin");
        File.WriteAllBytes(path, bytes);
        return Path.GetRelativePath(Repository.Root, path);
    }
}
