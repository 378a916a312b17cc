using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Bench;

/// <summary>Letters of 5 KB; each is acknowledged only after its durable commit.</summary>
internal static class LettersBench
{
    private const int Burst = 1000;
    private const int Bursts = 4;

    private static readonly byte[] Letter = Encoding.UTF8.GetBytes(
        $"--b\r\nContent-Disposition: form-data; name=text\r\n\r\n{new string('ж', 2560)}\r\n--b--\r\n");

    public static async Task<Table> RunAsync() => new("letters", [.. await BurstAsync(), .. await SustainedAsync()]);

    private static async Task<(string What, string Figure)[]> BurstAsync()
    {
        await using var site = await BenchSite.StartAsync(codesAhead: Burst * Bursts);
        await FillPoolAsync();
        var cold = await Timings.MeasureAsync(Burst, 64, _ => WriteAsync(site));
        for (var i = 2; i < Bursts; i++)
            await Timings.MeasureAsync(Burst, 64, _ => WriteAsync(site));
        var warm = await Timings.MeasureAsync(Burst, 64, _ => WriteAsync(site));
        return
        [
            ($"first {Burst} after the start, 64 clients, codes from the pool", Figures(cold)),
            ($"{Burst} after {Burst * (Bursts - 1)} others", Figures(warm)),
            ("lost, or numbers twice or missing", await LostAsync(site, Burst * Bursts)),
        ];
    }

    private static async Task<(string What, string Figure)[]> SustainedAsync()
    {
        await using var site = await BenchSite.StartAsync(codesAhead: 0);
        await Timings.MeasureAsync(Burst, 16, _ => WriteAsync(site));
        var sustained = await Timings.MeasureAsync(TimeSpan.FromSeconds(60), 16, _ => WriteAsync(site));
        return [($"60 s after {Burst} others, 16 clients, no code ready", Figures(sustained))];
    }

    /// <returns>The receipt's 20 digits.</returns>
    public static async Task<string> WriteAsync(BenchSite site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/write")) { Content = new ByteArrayContent(Letter) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "b") } };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await site.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("receipt").GetString()!;
    }

    /// <summary>The pool has no sign outside when it is full; a code takes about 40 ms of one core.</summary>
    private static Task FillPoolAsync() => Task.Delay(TimeSpan.FromSeconds(1.5 * Burst * Bursts / Math.Max(1, Machine.Stretch(1))));

    private static string Figures(Timings timings) => $"{timings.PerSecond} /s, p50 {timings.Middle}, p95 {timings.P95}";

    private static async Task<string> LostAsync(BenchSite site, int expected)
    {
        await using var db = site.Database.Open(site.School.Id);
        var places = await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).Order().ToListAsync();
        return places.SequenceEqual(Enumerable.Range(1, expected).Select(place => (long)place)) ? "0" : $"{expected - places.Distinct().Count()}";
    }
}
