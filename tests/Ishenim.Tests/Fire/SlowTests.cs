using System.Diagnostics;
using System.Text;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Those who send a sign now and then to hold a line: they are ended, and nobody waits for them meanwhile.</summary>
public sealed class SlowTests
{
    private const int Lines = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("POST /write", "X-Slow: ")]
    [InlineData("POST /write", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n")]
    [InlineData("POST /answer", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ntext=")]
    public async Task Send_TrickledOnManyLines_AreEndedAndOthersServedMeanwhile(string first, string begun)
    {
        await using var site = await TestSite.StartAsync();
        var lines = await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => RawLine.OpenAsync(site.Address)));
        foreach (var line in lines)
        {
            await line.BeginAsync(first);
            await line.SendAsync(begun);
        }
        var trickling = lines.Select(TrickleAsync).ToList();

        Assert.All(trickling, one => Assert.False(one.IsCompleted));
        var watch = Stopwatch.StartNew();
        for (var letter = 0; letter < 10; letter++)
            await site.SendAsync(("text", $"Кат {letter}"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "Writers waited for the slow ones.");

        await Task.WhenAll(trickling);
        await site.SendAsync(("text", "Дагы бир кат"));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Folder, "staging")));
        foreach (var line in lines)
            line.Dispose();
    }

    /// <summary>A sign each second, until the other side ends it.</summary>
    private static async Task TrickleAsync(RawLine line)
    {
        var reading = line.ReadToEndAsync(Longest);
        while (await Task.WhenAny(reading, Task.Delay(1000)) != reading)
            await line.TrySendAsync(Encoding.ASCII.GetBytes("a"));
        await reading;
    }
}
