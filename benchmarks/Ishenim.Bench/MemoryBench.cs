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
        await site.RestAsync();
        var idle = site.Memory();
        await Timings.MeasureAsync(Letters, 16, _ => site.Letters.WriteAsync());
        var after = site.Memory();
        using var lines = LetterLines.OfFile(site.Address, new byte[25 * 1000 * 1000]);
        var one = await AddedAsync(site, lines.WriteAsync);
        var all = await AddedAsync(site, () => Timings.MeasureAsync(AtOnce, AtOnce, _ => lines.WriteAsync()));
        return new Table("memory",
        [
            ("idle", $"{Show(idle.Resident)} resident, {Show(idle.Anonymous)} of it anonymous"),
            ($"after {Letters} letters", $"{Show(after.Resident)} resident"),
            ("added by an upload of 25 MB with a ready code, at its peak", Show(one)),
            ($"added by each of {AtOnce} such uploads at once", Show(all / AtOnce)),
        ]);
    }

    /// <returns>By how many MiB the peak stands above what was resident before.</returns>
    private static async Task<double> AddedAsync(BenchSite site, Func<Task> upload)
    {
        await site.RestAsync();
        site.ForgetPeak();
        var before = site.Memory().Resident;
        await upload();
        return Math.Max(0, site.Memory().Peak - before);
    }

    private static string Show(double mebibytes) => mebibytes.ToString("0", CultureInfo.InvariantCulture) + " MiB";
}
