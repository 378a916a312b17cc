using System.Diagnostics;
using System.Globalization;
using Ishenim.Sealing;
using Ishenim.Testing;

namespace Ishenim.Bench;

/// <summary>The published program, as a process of its own, over a fresh data folder with one open school.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    /// <summary>After it the first sweeps are over, and the few codes that are made ahead unless more are asked for.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private readonly Process _process;

    private BenchSite(TestDatabase database, TestSchool school, Process process, Uri address, TimeSpan start)
    {
        (Database, School, _process, Address, Start) = (database, school, process, address, start);
        Letters = LetterLines.OfText(address);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public TestDatabase Database { get; }

    public TestSchool School { get; }

    /// <summary>For letters of 5 KB; all else goes through <see cref="Client"/>.</summary>
    public LetterLines Letters { get; }

    public HttpClient Client { get; }

    public Uri Address { get; }

    /// <summary>From the start of the process until it printed its address.</summary>
    public TimeSpan Start { get; }

    /// <param name="codesAhead">As the program's own setting.</param>
    /// <param name="kind">On which database.</param>
    /// <param name="fill">What the school has before the program starts.</param>
    public static async Task<BenchSite> StartAsync(int codesAhead = 32, DatabaseKind kind = DatabaseKind.Sqlite, Func<TestSchool, Task>? fill = null)
    {
        var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database, code: Argon.Code);
        if (fill is not null)
            await fill(school);
        var clock = Stopwatch.StartNew();
        var (process, address) = await ServeAsync(database, codesAhead);
        return new BenchSite(database, school, process, address, clock.Elapsed);
    }

    /// <summary>The program over that database; returns when it serves.</summary>
    public static async Task<(Process Process, Uri Address)> ServeAsync(TestDatabase database, int codesAhead)
    {
        var process = Process.Start(new ProcessStartInfo(Program(), ["serve", "--data", database.Folder, "--port", "0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["ISHENIM_CODES_AHEAD"] = codesAhead.ToString(CultureInfo.InvariantCulture),
                ["ISHENIM_WRITERS_PER_NETWORK"] = "1000000",
                ["ISHENIM_WRITERS_IN_ALL"] = "1000000",
                ["ISHENIM_POSTGRES"] = database.Settings.Postgres,
            },
        })!;
        var address = await AddressAsync(process);
        _ = process.StandardOutput.ReadToEndAsync();
        return (process, address);
    }

    /// <summary>Resident memory, and the part of it that is no file's; in MiB.</summary>
    public (double Resident, double Anonymous, double Peak) Memory()
    {
        var status = File.ReadLines($"/proc/{_process.Id}/status").Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return (MiB(status["VmRSS"]), MiB(status["RssAnon"]), MiB(status["VmHWM"]));
    }

    /// <summary>
    /// Returns when the program, started not long ago, uses next to nothing of the processor for some seconds: its codes ahead are made and its
    /// first sweeps are over, of which it gives no other sign.
    /// </summary>
    public async Task RestAsync()
    {
        await Task.Delay(Rest);
        TimeSpan before;
        do
        {
            before = Used();
            await Task.Delay(Quiet);
        }
        while (Used() - before > Quiet / 20);
    }

    /// <summary>Forgets the peak of the resident memory so far.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Letters.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Database.DisposeAsync();
    }

    private TimeSpan Used()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    private static string Program() =>
        Environment.GetEnvironmentVariable("BENCH_PROGRAM") ?? Path.Combine(Repository.Root, "artifacts", "run", "ishenim");

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ').LastOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
                return new Uri(address);
        throw new InvalidOperationException("The program ended before it served.");
    }

    private static double MiB(string line) => double.Parse(line.Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
}
