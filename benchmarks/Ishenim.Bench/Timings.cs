using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ishenim.Bench;

/// <summary>How long each of many requests took.</summary>
internal sealed record Timings(IReadOnlyList<double> Milliseconds, TimeSpan Whole)
{
    /// <summary>How many a second.</summary>
    public double Rate => Milliseconds.Count / Whole.TotalSeconds;

    public string PerSecond => Rate.ToString("0.0", CultureInfo.InvariantCulture);

    public string Middle => At(0.5);

    public string P95 => At(0.95);

    /// <summary>Does the work so many times from so many clients at once.</summary>
    public static Task<Timings> MeasureAsync(int times, int clients, Func<int, Task> work) =>
        MeasureAsync((i, _) => i < times, clients, work);

    /// <summary>Does the work for so long from so many clients at once.</summary>
    public static Task<Timings> MeasureAsync(TimeSpan time, int clients, Func<int, Task> work) =>
        MeasureAsync((_, whole) => whole < time, clients, work);

    private static async Task<Timings> MeasureAsync(Func<int, TimeSpan, bool> more, int clients, Func<int, Task> work)
    {
        var taken = new ConcurrentBag<double>();
        var next = -1;
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); more(i, whole.Elapsed); i = Interlocked.Increment(ref next))
            {
                var clock = Stopwatch.StartNew();
                await work(i);
                taken.Add(clock.Elapsed.TotalMilliseconds);
            }
        })));
        return new Timings(taken.Order().ToList(), whole.Elapsed);
    }

    private string At(double part) => Milliseconds[(int)((Milliseconds.Count - 1) * part)].ToString("0.0", CultureInfo.InvariantCulture) + " ms";
}
