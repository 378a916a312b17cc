using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>The process may open no more files or connections.</summary>
public sealed class HandlesTests
{
    [Fact]
    public async Task Serve_OutOfFileHandles_RefusesWithoutHalvesAndWorksAgain()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "prlimit is not installed: apt-get install util-linux");
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await using var program = FireProgram.Start(database);
        var address = await program.AddressAsync();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var before = new List<(string Code, FireLetter Letter)>();
        while (before.Count < 3)
            await AcceptAsync(client, address, before);

        await LimitAsync(program.Id, FirstFree(program.Id));
        // The client's line is open already; a file of a letter is one handle too many.
        using (var refused = await client.PostAsync(new Uri(address, "/write"), TestForm.Parts(("text", "Файлы менен"), ("files", ("а.bin", new byte[1000])))))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            var page = await refused.PageAsync();
            Assert.Contains("Азыр сактай албай жатабыз", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Файлы менен", page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        }
        var waiting = new List<TcpClient>();
        for (var i = 0; i < 20; i++)
            waiting.Add(new TcpClient(address.Host, address.Port));

        await LimitAsync(program.Id, 4096);
        waiting.ForEach(line => line.Dispose());
        using var later = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        await ServesAgainAsync(later, address);
        await AcceptAsync(later, address, before);

        await LetterCheck.AllThereAsync(school, before);
        Assert.DoesNotContain("Exception", program.Said, StringComparison.Ordinal);
    }

    /// <summary>A line that came while there was no handle for it may still be cut; the next ones are not.</summary>
    private static async Task ServesAgainAsync(HttpClient client, Uri address)
    {
        var patience = Stopwatch.StartNew();
        while (true)
            try
            {
                using var answer = await client.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return;
            }
            catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(100);
            }
    }

    private static async Task AcceptAsync(HttpClient client, Uri address, List<(string Code, FireLetter Letter)> accepted)
    {
        var letter = FireLetter.Next();
        accepted.Add((await letter.PostAsync(client, address) ?? throw new InvalidOperationException("Refused."), letter));
    }

    /// <summary>The next file would get this number: with it as the limit there is none.</summary>
    private static int FirstFree(int process)
    {
        var open = Directory.GetFiles($"/proc/{process}/fd").Select(file => int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture)).ToHashSet();
        return Enumerable.Range(0, int.MaxValue).First(number => !open.Contains(number));
    }

    private static async Task LimitAsync(int process, int handles)
    {
        using var set = Process.Start("prlimit", [string.Create(CultureInfo.InvariantCulture, $"--pid={process}"), string.Create(CultureInfo.InvariantCulture, $"--nofile={handles}:")]);
        await set.WaitForExitAsync();
        Assert.Equal(0, set.ExitCode);
    }
}
