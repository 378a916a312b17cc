using System.Diagnostics;
using System.Globalization;
using System.Net;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>The process may open no more files or connections.</summary>
public sealed class HandlesTests : IAsyncDisposable
{
    private const string PrLimit = "/usr/bin/prlimit";
    /// <summary>They begin ten seconds after a start.</summary>
    private static readonly TimeSpan FirstSweeps = TimeSpan.FromSeconds(14);

    private readonly List<(string Code, FireLetter Letter)> _accepted = [];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private TestDatabase? _database;
    private TestSchool _school = null!;

    /// <summary>Each connection takes one; the program keeps what it needs itself, also for the threads of its first sweeps.</summary>
    [Fact]
    public async Task Serve_MoreConnectionsThanHandles_GoesOnForThoseInsideAndThenForAll()
    {
        await using var program = await StartAsync(PrLimit, "--nofile=700:700", RunningProgram.Executable);
        var address = await program.AddressAsync();
        var swept = Task.Delay(FirstSweeps);
        await AcceptAsync(_client, address, FireLetter.Next());
        using var halfSent = new HalfSent();
        using var uploads = new HttpClient(halfSent) { Timeout = TimeSpan.FromSeconds(60) };
        var uploading = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AcceptAsync(uploads, address, WithLargeFile())));
        await Waiting.UntilAsync(() => halfSent.Waiting == 20);

        var lines = await LinesAsync(address, 40);
        // Each is taken before it is refused: not all in the same instant, for which 700 would not do.
        while (lines.Count < 400)
        {
            var more = await LinesAsync(address, 20);
            Assert.All(await Task.WhenAll(more.Select(line => line.ReadToEndAsync(TimeSpan.FromSeconds(30)))), said => Assert.Equal("", said));
            lines.AddRange(more);
        }
        halfSent.GoOn();
        await uploading;
        await swept;
        await AcceptAsync(_client, address, FireLetter.Next());

        lines.ForEach(line => line.Dispose());
        using var later = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        await ServesAgainAsync(later, address);
        await AcceptAsync(later, address, FireLetter.Next());
        await LetterCheck.AllThereAsync(_school, _accepted);
        Assert.DoesNotContain("Exception", program.Said, StringComparison.Ordinal);
    }

    /// <summary>
    /// As where other programs took all that the machine has. A thread that the runtime would start now could not be, and it
    /// would end the program, so those that it has are kept and used first.
    /// </summary>
    [Fact]
    public async Task Post_NoHandleForAFile_IsRefusedWithTextNothingHalfAndWorksAgain()
    {
        await using var program = await StartAsync("/usr/bin/env", "DOTNET_TieredCompilation=0", "DOTNET_ThreadPool_ThreadTimeoutMs=-1", RunningProgram.Executable);
        var address = await program.AddressAsync();
        await Task.Delay(FirstSweeps);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => AcceptAsync(_client, address, FireLetter.Next())));

        await TakeHandlesAsync(program.Id);
        using var refused = await _client.PostAsync(new Uri(address, "/write"), TestForm.Parts(("text", "Файлы менен"), ("files", ("а.bin", new byte[1000]))));
        await LimitAsync(program.Id, 4096);

        await DiskLetters.AssertRefusedAsync(refused, "Файлы менен");
        await AcceptAsync(_client, address, FireLetter.Next());
        await LetterCheck.AllThereAsync(_school, _accepted);
        Assert.DoesNotContain("Exception", program.Said, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private async Task<RunningProgram> StartAsync(params string[] command)
    {
        Assert.SkipUnless(File.Exists(PrLimit), "prlimit is not installed: apt-get install util-linux");
        _database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        _school = await TestSchool.OpenAsync(_database);
        return FireProgram.StartCommand(_database, command);
    }

    private static async Task<List<RawLine>> LinesAsync(Uri address, int count) =>
        [.. await Task.WhenAll(Enumerable.Range(0, count).Select(_ => RawLine.OpenAsync(address.ToString())))];

    /// <summary>Half of it is enough for the least rate at which a body may come.</summary>
    private static FireLetter WithLargeFile() => new("Чоң файлы менен", [new byte[150_000]]);

    private async Task AcceptAsync(HttpClient client, Uri address, FireLetter letter)
    {
        var code = await letter.PostAsync(client, address) ?? throw new InvalidOperationException("Refused.");
        lock (_accepted)
            _accepted.Add((code, letter));
    }

    /// <summary>A line that came while there was no room for it may still be cut; the next ones are not.</summary>
    private static Task ServesAgainAsync(HttpClient client, Uri address) => Waiting.UntilAsync(async () =>
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    /// <summary>Leaves the process none, once it rests: what closes afterwards would leave a place.</summary>
    private static async Task TakeHandlesAsync(int process)
    {
        int free;
        do
        {
            free = FirstFree(process);
            await LimitAsync(process, free);
            await Task.Delay(300);
        }
        while (FirstFree(process) != free);
    }

    /// <summary>The next file would get this number: with it as the limit there is none.</summary>
    private static int FirstFree(int process)
    {
        var open = Directory.GetFiles($"/proc/{process}/fd").Select(file => int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture)).ToHashSet();
        return Enumerable.Range(0, int.MaxValue).First(number => !open.Contains(number));
    }

    private static async Task LimitAsync(int process, int handles)
    {
        using var set = Process.Start(PrLimit, [string.Create(CultureInfo.InvariantCulture, $"--pid={process}"), string.Create(CultureInfo.InvariantCulture, $"--nofile={handles}:")]);
        await set.WaitForExitAsync();
        Assert.Equal(0, set.ExitCode);
    }
}
