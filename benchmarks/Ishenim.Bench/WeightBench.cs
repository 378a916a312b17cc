using System.Net.Sockets;
using System.Text;

namespace Ishenim.Bench;

/// <summary>What a page of writers weighs on the wire, headers included.</summary>
internal static class WeightBench
{
    public static async Task<Table> RunAsync()
    {
        await using var site = await BenchSite.StartAsync();
        var rows = new List<(string, string)>();
        foreach (var path in new[] { "/", "/write", "/answer" })
        {
            var answer = await FetchAsync(site.Address, path);
            var head = Encoding.ASCII.GetString(answer).Split("\r\n\r\n")[0];
            rows.Add((path, $"{answer.Length} bytes, {(head.Contains("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? "a cookie!" : "0 cookies")}"));
        }
        return new Table("weight", rows);
    }

    private static async Task<byte[]> FetchAsync(Uri address, string path)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n"));
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return answer.ToArray();
    }
}
