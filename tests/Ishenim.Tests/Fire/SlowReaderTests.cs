using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Those who read an answer byte by byte hold up nobody else.</summary>
public sealed class SlowReaderTests
{
    private const int Readers = 48;

    [Fact]
    public async Task Download_ReadByteByByte_IsWholeAndNobodyElseWaits()
    {
        await using var site = await TestSite.StartAsync();
        var file = Enumerable.Range(0, 3_000_000).Select(i => (byte)(i % 251)).ToArray();
        var (_, json) = await site.PostForJsonAsync("/write", TestForm.Parts(("text", "Кат"), ("files", ("а.bin", file))));
        var code = json.GetProperty("receipt").GetString()!;
        var page = await (await site.PostAsync("/answer", TestForm.Pairs(("code", code)))).PageAsync();
        var id = page.QuerySelector(".thread button[name=file]")!.GetAttribute("value")!;
        var slow = new List<TcpClient>();
        for (var i = 0; i < Readers; i++)
            slow.Add(await AskAsync(site, code, id));
        foreach (var reader in slow)
            await reader.GetStream().ReadExactlyAsync(new byte[1]);

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++)
            await site.SendAsync(("text", $"Кат {i}"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);

        var answers = await Task.WhenAll(slow.Select(ReadOnAsync));
        Assert.All(answers, answer => Assert.True(answer.AsSpan().EndsWith(file), $"{answer.Length} bytes came, and not the whole file."));
        slow.ForEach(reader => reader.Dispose());
        await site.SendAsync(("text", "Дагы бир кат"));
    }

    private static async Task<TcpClient> AskAsync(TestSite site, string code, string file)
    {
        var address = new Uri(site.Address);
        var line = new TcpClient { ReceiveBufferSize = 4096 };
        await line.ConnectAsync(address.Host, address.Port);
        var body = $"code={code}&file={file}";
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /answer HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        return line;
    }

    /// <summary>A hundred bytes one by one, then the rest.</summary>
    private static async Task<byte[]> ReadOnAsync(TcpClient line)
    {
        using var all = new MemoryStream();
        var one = new byte[1];
        for (var i = 0; i < 100; i++)
        {
            await line.GetStream().ReadExactlyAsync(one);
            all.Write(one);
            await Task.Delay(5);
        }
        await line.GetStream().CopyToAsync(all);
        return all.ToArray();
    }
}
