using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ishenim.Bench;

/// <summary>A file of 25 MB, sealed as it comes and opened as it goes; its letters find their codes ready.</summary>
internal static partial class UploadBench
{
    private const int Bytes = 25 * 1000 * 1000;

    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        await site.RestAsync();
        using var lines = LetterLines.OfFile(site.Address, RandomNumberGenerator.GetBytes(Bytes));
        var up = await RateAsync(() => PostAsync(lines));
        using var staff = await BenchStaff.SignInAsync(site);
        var path = FilePath().Match(await staff.LetterAsync()).Groups["path"].Value;
        var down = await RateAsync(() => GetAsync(staff, path));
        return new Table("upload", [("25 MB up, sealed and on the disk", up), ("25 MB down, opened", down)]);
    }

    /// <summary>The first ten warm up.</summary>
    private static async Task<string> RateAsync(Func<Task<double>> seconds)
    {
        for (var i = 0; i < 10; i++)
            await seconds();
        var rates = new List<double>();
        for (var i = 0; i < 15; i++)
            rates.Add(Bytes / 1e6 / await seconds());
        rates.Sort();
        return $"{rates[7].ToString("0", CultureInfo.InvariantCulture)} MB/s (median of 15, {rates[0].ToString("0", CultureInfo.InvariantCulture)}–{rates[^1].ToString("0", CultureInfo.InvariantCulture)})";
    }

    private static async Task<double> GetAsync(BenchStaff staff, string path)
    {
        var clock = Stopwatch.StartNew();
        var bytes = await staff.DownloadAsync(path);
        return bytes == Bytes ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{bytes} bytes came down, not {Bytes}.");
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> PostAsync(LetterLines lines)
    {
        var clock = Stopwatch.StartNew();
        await lines.WriteAsync();
        return clock.Elapsed.TotalSeconds;
    }

    [GeneratedRegex("href=\"(?<path>/desk/appeals/[^\"]*/files/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FilePath();
}
