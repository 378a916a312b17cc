using System.Globalization;

namespace Ishenim.Bench;

/// <summary>Resident memory of the process, in MiB.</summary>
internal static class MemoryBench
{
    private const int Letters = 10_000;
    private const int AtOnce = 8;

    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        await site.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        await Task.Delay(BenchSite.Rest);
        var idle = site.Memory();
        await Timings.MeasureAsync(Letters, 16, _ => site.Letters.WriteAsync());
        var after = site.Memory();
        await Task.Delay(BenchSite.Rest);
        using var lines = LetterLines.OfFile(site.Address, new byte[25 * 1000 * 1000]);
        site.ForgetPeak();
        var before = site.Memory();
        await lines.WriteAsync();
        var during = site.Memory();
        await Task.Delay(BenchSite.Rest);
        site.ForgetPeak();
        var beforeAll = site.Memory();
        await Timings.MeasureAsync(AtOnce, AtOnce, _ => lines.WriteAsync());
        var duringAll = site.Memory();
        return new Table("memory",
        [
            ("idle", $"{Show(idle.Resident)} resident, {Show(idle.Anonymous)} of it anonymous"),
            ($"after {Letters} letters", $"{Show(after.Resident)} resident"),
            ("added by an upload of 25 MB with a ready code, at its peak", Show(Math.Max(0, during.Peak - before.Resident))),
            ($"added by each of {AtOnce} such uploads at once", Show(Math.Max(0, duringAll.Peak - beforeAll.Resident) / AtOnce)),
        ]);
    }

    private static string Show(double mebibytes) => mebibytes.ToString("0", CultureInfo.InvariantCulture) + " MiB";
}
