using System.Diagnostics;
using System.Globalization;

namespace Ishenim.Bench;

/// <summary>A file of 25 MB, sealed as it comes.</summary>
internal static class UploadBench
{
    private const int Bytes = 25 * 1000 * 1000;

    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        var file = new byte[Bytes];
        System.Security.Cryptography.RandomNumberGenerator.Fill(file);
        await PostAsync(site, file);
        var rates = new List<double>();
        for (var i = 0; i < 7; i++)
            rates.Add(Bytes / 1e6 / await PostAsync(site, file));
        rates.Sort();
        return new Table("upload",
            [("25 MB up, sealed and on the disk", $"{rates[3].ToString("0", CultureInfo.InvariantCulture)} MB/s (median of 7)")]);
    }

    /// <returns>Seconds.</returns>
    internal static async Task<double> PostAsync(BenchSite site, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Сүрөт тиркелди."), "text" }, { new ByteArrayContent(file), "files", "film.bin" } };
        var clock = Stopwatch.StartNew();
        using var answer = await site.Client.PostAsync(new Uri("/write", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalSeconds;
    }
}
