using System.Text.Json;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Bench;

/// <summary>Letters of 5 KB; each is acknowledged only after its durable commit.</summary>
internal static class LettersBench
{
    private const int Burst = 1000;
    private const int Sustained = 600;

    public static async Task<Table> RunAsync()
    {
        await using var warm = await BenchSite.StartAsync(codesAhead: Burst + 200);
        await FillPoolAsync();
        await Timings.MeasureAsync(100, 16, _ => WriteAsync(warm));
        var burst = await Timings.MeasureAsync(Burst, 64, _ => WriteAsync(warm));
        var lost = await LostAsync(warm, Burst + 100);
        await using var empty = await BenchSite.StartAsync(codesAhead: 0);
        var sustained = await Timings.MeasureAsync(Sustained, 16, _ => WriteAsync(empty));
        return new Table("letters",
        [
            ($"burst of {Burst}, 64 clients, codes from the pool", $"{burst.PerSecond} /s, p50 {burst.Middle}, p95 {burst.P95}"),
            ("lost, or numbers twice or missing", lost),
            ($"sustained {Sustained}, 16 clients, no code ready", $"{sustained.PerSecond} /s, p50 {sustained.Middle}, p95 {sustained.P95}"),
        ]);
    }

    /// <returns>The receipt's 20 digits.</returns>
    public static async Task<string> WriteAsync(BenchSite site)
    {
        using var form = new MultipartFormDataContent { { new StringContent(new string('ж', 2560)), "text" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/write")) { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await site.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("receipt").GetString()!;
    }

    /// <summary>The pool has no sign outside when it is full; a code takes about 40 ms of one core.</summary>
    private static Task FillPoolAsync() => Task.Delay(TimeSpan.FromSeconds(1.5 * (Burst + 200) / Math.Max(1, Machine.Stretch(1))));

    private static async Task<string> LostAsync(BenchSite site, int expected)
    {
        await using var db = site.Database.Open(site.School.Id);
        var places = await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).Order().ToListAsync();
        return places.SequenceEqual(Enumerable.Range(1, expected).Select(place => (long)place)) ? "0" : $"{expected - places.Distinct().Count()}";
    }
}
