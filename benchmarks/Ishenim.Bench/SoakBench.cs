using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Ishenim.Sealing;
using Ishenim.Testing.Fire;

namespace Ishenim.Bench;

/// <summary>
/// Half an hour of mixed load, a row for each minute: memory (the least, the middle and the most of the minute) and waiting times shall stay
/// where they are. A client that fails ends it.
/// </summary>
internal static class SoakBench
{
    private const int Minutes = 30;
    private const int Clients = 6;

    /// <summary>A pupil reads before pressing the next button: the machine is busy, not drowned.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<Table> RunAsync(int? minutes)
    {
        await using var site = await BenchSite.StartAsync();
        var codes = new ConcurrentQueue<string>([await site.Letters.WriteAsync()]);
        using var staff = await BenchStaff.SignInAsync(site);
        using var enough = new CancellationTokenSource();
        var taken = new ConcurrentQueue<double>();
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var turn = client; !enough.IsCancellationRequested; turn++)
                await TakeAsync(site, staff, codes, turn, taken);
        })).ToList();
        var firstEnd = Task.WhenAny(clients);
        var rows = new List<(string, string)>();
        for (var minute = 1; minute <= (minutes ?? Minutes) && !firstEnd.IsCompleted; minute++)
        {
            var clock = Stopwatch.StartNew();
            var memory = await LookAsync(site, firstEnd);
            rows.Add(($"minute {minute}", Row(taken, clock.Elapsed, memory)));
            await Console.Error.WriteLineAsync($"{rows[^1].Item1}: {rows[^1].Item2}");
        }
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        rows.Add(("letters at the end, journal intact", (await LetterCheck.VerifyAsync(site.School)).ToString(CultureInfo.InvariantCulture)));
        return new Table("soak", rows);
    }

    private static async Task TakeAsync(BenchSite site, BenchStaff staff, ConcurrentQueue<string> codes, int turn, ConcurrentQueue<double> taken)
    {
        var clock = Stopwatch.StartNew();
        await DoAsync(site, staff, codes, turn);
        taken.Enqueue(clock.Elapsed.TotalMilliseconds);
        await Task.Delay(Pause);
    }

    /// <summary>Of ten turns four write (one in two with a file), two come back, one adds, one mistypes, two work at the desk.</summary>
    private static async Task DoAsync(BenchSite site, BenchStaff staff, ConcurrentQueue<string> codes, int turn)
    {
        switch (turn % 10)
        {
            case 4 or 5:
                await ReturnAsync(site, codes, null, HttpStatusCode.OK);
                break;
            case 6:
                await ReturnAsync(site, codes, "Дагы бир сөз.", HttpStatusCode.OK);
                break;
            case 7:
                await ReturnAsync(site, new ConcurrentQueue<string>([ReceiptCode.New().Digits]), null, HttpStatusCode.NotFound);
                break;
            case 8:
                await staff.RegisterAsync();
                break;
            case 9:
                await staff.LetterAsync();
                break;
            default:
                codes.Enqueue(await FireLetter.Next().PostAsync(site.Client, site.Address) ?? throw new InvalidOperationException("A letter was refused."));
                break;
        }
    }

    private static async Task ReturnAsync(BenchSite site, ConcurrentQueue<string> codes, string? text, HttpStatusCode expected)
    {
        if (!codes.TryDequeue(out var code))
            return;
        using var form = new FormUrlEncodedContent([new("code", code), new("text", text ?? "")]);
        using var answer = await site.Client.PostAsync(new Uri(site.Address, "/answer"), form);
        if (answer.StatusCode != expected)
            throw new InvalidOperationException($"The answer page says {(int)answer.StatusCode}, not {(int)expected}.");
        if (text is null)
            codes.Enqueue(code);
    }

    /// <summary>
    /// A minute's looks at the memory, one a second, in MiB, the least resident first: a letter and a return take 19 MiB each for their Argon2id and give them
    /// back, so that a single look tells above all how many of these are on their way.
    /// </summary>
    private static async Task<List<(double Resident, double Anonymous)>> LookAsync(BenchSite site, Task firstEnd)
    {
        var looks = new List<(double Resident, double Anonymous)>();
        for (var second = 0; second < 60 && !firstEnd.IsCompleted; second++)
        {
            var memory = site.Memory();
            looks.Add((memory.Resident, memory.Anonymous));
            await Task.WhenAny(firstEnd, Task.Delay(TimeSpan.FromSeconds(1)));
        }
        looks.Sort();
        return looks;
    }

    private static string Row(ConcurrentQueue<double> taken, TimeSpan time, List<(double Resident, double Anonymous)> memory)
    {
        var minute = new List<double>();
        while (taken.TryDequeue(out var one))
            minute.Add(one);
        var timings = new Timings(minute.Order().ToList(), time);
        var (least, middle, most) = (memory[0], memory[memory.Count / 2], memory[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"{timings.PerSecond} /s, p50 {timings.Middle}, p95 {timings.P95}; ")
            + string.Create(CultureInfo.InvariantCulture, $"resident {least.Resident:0} ({least.Anonymous:0} of it anonymous), {middle.Resident:0}, {most.Resident:0} MiB");
    }
}
