using System.Net.Sockets;
using System.Text;

namespace Ishenim.Tests.Pages.Public;

/// <summary>Each page is one round trip: what goes over the line fits the first ten packets.</summary>
public sealed class WeightTests
{
    /// <summary>Ten segments of 1460 bytes, less the room of TCP and IP options (RFC 6928).</summary>
    private const int Most = 14_336;

    [Theory]
    [InlineData("/")]
    [InlineData("/write")]
    [InlineData("/answer")]
    [InlineData("/regulation")]
    public async Task Get_AnyLanguage_FitsOneRoundTripAndAsksNothingElse(string path)
    {
        await using var site = await TestSite.StartAsync();
        foreach (var language in new[] { "ky", "ru", "en" })
        {
            var bytes = await RawAsync(site, $"{path}?lang={language}");
            Assert.InRange(bytes.Length, 1000, Most);
            Assert.Contains("content-encoding: br", Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("set-cookie", Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
            var page = await (await site.Client.GetAsync(new Uri($"{path}?lang={language}", UriKind.Relative))).PageAsync();
            Assert.Empty(page.QuerySelectorAll("script[src], link[rel=stylesheet], img, iframe"));
        }
    }

    [Fact]
    public async Task Post_AnswerWithCode_IsNotCompressed()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/write", UriKind.Relative)) { Content = TestForm.Pairs(("text", "Кат")) };
        request.Headers.Add("Accept-Encoding", "br, gzip");

        var answer = await site.Client.SendAsync(request);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private static async Task<byte[]> RawAsync(TestSite site, string path)
    {
        var address = new Uri(site.Address);
        using var line = new TcpClient(address.Host, address.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n"));
        using var bytes = new MemoryStream();
        await line.GetStream().CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
