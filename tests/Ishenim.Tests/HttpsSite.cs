using System.Net;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Tests;

/// <summary>A site whose public address is https, behind a trusted proxy that says so with each request; or, to compare, plain http without one.</summary>
internal sealed class HttpsSite(TestSite site, bool https) : IAsyncDisposable
{
    private const string Host = "ishenim.example.kg";

    public TestSite Site => site;

    public static async Task<HttpsSite> StartAsync(bool https) => new(
        await TestSite.StartAsync(change: settings => settings with
        {
            PublicUrl = new Uri((https ? "https://" : "http://") + Host),
            TrustedProxies = https ? [IPAddress.Loopback] : [],
        }), https);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? form = null, params IReadOnlyCollection<SetCookieHeaderValue> cookies)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.Host = Host;
        if (https)
            request.Headers.Add("X-Forwarded-Proto", "https");
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return site.Client.SendAsync(request);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
