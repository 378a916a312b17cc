using System.Globalization;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Bench;

/// <summary>Letters of 5 KB; each is acknowledged only after its durable commit.</summary>
internal static class LettersBench
{
    private const int Burst = 1000;
    private const int Bursts = 4;

    private static readonly TimeSpan Around = TimeSpan.FromSeconds(10);

    public static async Task<Table> RunAsync() => new("letters", [.. await BurstAsync(), .. await SustainedAsync()]);

    private static async Task<(string What, string Figure)[]> BurstAsync()
    {
        await WarmClientsAsync();
        await using var site = await BenchSite.StartAsync(codesAhead: Burst * Bursts);
        await site.RestAsync();
        var cold = await Timings.MeasureAsync(Burst, 64, _ => site.Letters.WriteAsync());
        for (var i = 2; i < Bursts; i++)
            await Timings.MeasureAsync(Burst, 64, _ => site.Letters.WriteAsync());
        var warm = await Timings.MeasureAsync(Burst, 64, _ => site.Letters.WriteAsync());
        return
        [
            ($"first {Burst} after the start, 64 clients, codes from the pool", Figures(cold)),
            ($"{Burst} after {Burst * (Bursts - 1)} others", Figures(warm)),
            ("lost; numbers missing and twice", await LostAsync(site, Burst * Bursts)),
        ];
    }

    /// <summary>The clients write to another school first: it is the program that shall be cold, not those who measure it.</summary>
    private static async Task WarmClientsAsync()
    {
        await using var another = await BenchSite.StartAsync(codesAhead: 0);
        await Timings.MeasureAsync(200, 64, _ => another.Letters.WriteAsync());
    }

    /// <summary>Argon2id alone right before the minute and right after it: a shared machine does not stay as fast as it was.</summary>
    private static async Task<(string What, string Figure)[]> SustainedAsync()
    {
        await using var site = await BenchSite.StartAsync(codesAhead: 0);
        await Timings.MeasureAsync(Burst, 16, _ => site.Letters.WriteAsync());
        var before = Machine.Stretch(Environment.ProcessorCount, Around);
        var minute = await Timings.MeasureAsync(TimeSpan.FromSeconds(60), 16, _ => site.Letters.WriteAsync());
        var after = Machine.Stretch(Environment.ProcessorCount, Around);
        var part = 200 * minute.Rate / (before + after);
        return
        [
            ($"60 s after {Burst} others, 16 clients, no code ready", Figures(minute)),
            ("of what Argon2id alone makes on all cores before and after", string.Create(CultureInfo.InvariantCulture, $"{part:0} % ({before:0.0} /s, {after:0.0} /s)")),
            ("of these lost; numbers missing and twice", await LostAsync(site, Burst + minute.Milliseconds.Count)),
        ];
    }

    private static string Figures(Timings timings) => $"{timings.PerSecond} /s, p50 {timings.Middle}, p95 {timings.P95}";

    private static async Task<string> LostAsync(BenchSite site, int expected)
    {
        await using var db = site.Database.Open(site.School.Id);
        var places = await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).ToListAsync();
        var missing = Enumerable.Range(1, expected).Except(places.Select(place => (int)place)).Count();
        return $"{expected - places.Count}, {missing} missing, {places.Count - places.Distinct().Count()} twice";
    }
}
