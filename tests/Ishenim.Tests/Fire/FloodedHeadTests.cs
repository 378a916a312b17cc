using Ishenim.Tests.Pages.Public;

namespace Ishenim.Tests.Fire;

/// <summary>Heads of requests that are too much, or none: refused at once, and the site serves on.</summary>
public sealed class FloodedHeadTests
{
    public static TheoryData<string, string, string> Heads => new()
    {
        { "GET /", string.Concat(Enumerable.Range(0, 5000).Select(i => $"X-{i}: a\r\n")) + "\r\n", "431" },
        { "GET /", "X-Long: " + new string('a', 100_000) + "\r\n\r\n", "431" },
        { "GET /?" + new string('a', 100_000), "\r\n", "414" },
        { "GET /%00", "\r\n", "400" },
        { "GET /../../etc/passwd", "\r\n", "404" },
        { "GET /%2e%2e%2f%2e%2e%2fetc%2fpasswd", "\r\n", "404" },
        { "GET /assets/..%2f..%2fishenim.db", "\r\n", "404" },
        { "GET /", "X-Nul: a\0b\r\n\r\n", "400" },
        { "GET /", "Bad header\r\n\r\n", "400" },
        { "GET /", "Host: another.example\r\n\r\n", "400" },
        { "POST /write", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "400" },
        { "POST /write", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400" },
        { "POST /write", "Content-Length: -1\r\n\r\n", "400" },
        { "POST /write", "Transfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\nZZZ\r\n", "400" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task Send_HostileHead_IsRefusedAndTheSiteServesOn(string first, string rest, string status)
    {
        await using var site = await TestSite.StartAsync();
        using var line = await RawLine.OpenAsync(site.Address);
        await line.BeginAsync(first);
        await line.TrySendAsync(System.Text.Encoding.UTF8.GetBytes(rest.Contains("\r\n\r\n", StringComparison.Ordinal) ? rest.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal) : "Connection: close\r\n" + rest));

        var said = await line.ReadToEndAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith($"HTTP/1.1 {status}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        await site.SendAsync(("text", "Кат"));
    }
}
