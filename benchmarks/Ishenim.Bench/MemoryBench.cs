using System.Globalization;

namespace Ishenim.Bench;

/// <summary>Resident memory of the process, in MiB.</summary>
internal static class MemoryBench
{
    private const int Letters = 10_000;

    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        await site.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        await Task.Delay(TimeSpan.FromSeconds(5));
        var idle = site.Memory();
        await Timings.MeasureAsync(Letters, 16, _ => LettersBench.WriteAsync(site));
        var after = site.Memory();
        var file = new byte[25 * 1000 * 1000];
        site.ForgetPeak();
        var before = site.Memory();
        await UploadBench.PostAsync(site, file);
        var during = site.Memory();
        return new Table("memory",
        [
            ("idle", $"{Show(idle.Resident)} resident, {Show(idle.Anonymous)} of it anonymous"),
            ($"after {Letters} letters", $"{Show(after.Resident)} resident"),
            ("added by an upload of 25 MB, at its peak", Show(Math.Max(0, during.Peak - before.Resident))),
        ]);
    }

    private static string Show(double mebibytes) => mebibytes.ToString("0", CultureInfo.InvariantCulture) + " MiB";
}
