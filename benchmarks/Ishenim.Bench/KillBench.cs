using System.Diagnostics;
using System.Globalization;
using Ishenim.Testing;
using Ishenim.Testing.Fire;

namespace Ishenim.Bench;

/// <summary>SIGKILL under load, again and again. It ends with a fault where anything acknowledged is lost.</summary>
internal static class KillBench
{
    private const int Times = 1000;
    private const int CheckEvery = 50;

    public static async Task<Table> RunAsync(DatabaseKind kind, int? asked)
    {
        var times = asked ?? Times;
        var clock = Stopwatch.StartNew();
        var acknowledged = await KillRounds.RunAsync(kind, times, CheckEvery, ServeAsync);
        return new Table(kind == DatabaseKind.Sqlite ? "kill" : "killpostgres",
        [
            ($"{kind}, kills with SIGKILL under load", times.ToString(CultureInfo.InvariantCulture)),
            ("letters acknowledged; of these lost or not whole", string.Create(CultureInfo.InvariantCulture, $"{acknowledged}; 0")),
            ("numbers twice or missing, contradictions in the journal", "0"),
            ("taken", string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMinutes:0.0} min")),
        ]);
    }

    private static async Task<(Uri Address, IAsyncDisposable Process)> ServeAsync(TestDatabase database)
    {
        var (process, address) = await BenchSite.ServeAsync(database, codesAhead: 200);
        return (address, new Killed(process));
    }

    private sealed class Killed(Process process) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
