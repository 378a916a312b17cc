using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ishenim.Tests.Protection;

public sealed class ProxyTests
{
    private static readonly Uri Desk = new("/desk", UriKind.Relative);

    [Fact]
    public async Task Get_TrustedProxySaysHttps_IsBelieved()
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with
        {
            TrustedProxies = [IPAddress.Loopback],
            PublicUrl = new Uri("https://ishenim.example.kg"),
        });

        using var answer = await AskAsync(site);

        Assert.StartsWith("https://ishenim.example.kg/desk/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.9")]
    public async Task Get_AnybodyElseSaysSo_IsNotBelieved(string? trusted)
    {
        await using var site = await TestSite.StartAsync(change: settings => settings with
        {
            TrustedProxies = trusted is null ? [] : [IPAddress.Parse(trusted)],
        });

        using var answer = await AskAsync(site);

        Assert.DoesNotContain("ishenim.example.kg", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/write", 200)]
    [InlineData("POST", "/write", 400)]
    [InlineData("GET", "/desk", 302)]
    [InlineData("GET", "/desk/login", 200)]
    [InlineData("POST", "/desk/login", 400)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/s/nowhere/", 404)]
    [InlineData("GET", "/healthz", 200)]
    public async Task Send_PublicAddressIsHttps_EveryAnswerHoldsTheBrowserToIt(string method, string path, int status)
    {
        await using var secure = await HttpsSite.StartAsync(https: true);
        await using var plain = await HttpsSite.StartAsync(https: false);

        using var held = await secure.SendAsync(new HttpMethod(method), path);
        using var free = await plain.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, status), ((int)held.StatusCode, (int)free.StatusCode));
        Assert.Matches("^max-age=[1-9][0-9]{6,}", string.Concat(held.Headers.TryGetValues("Strict-Transport-Security", out var said) ? said : []));
        Assert.False(free.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_OwnCertificate_SpeaksTlsWithHsts()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "certificate.pem");
        var certificate = await WriteCertificateAsync(file);
        await using var site = await TestSite.StartAsync(change: settings => settings with { CertificateFile = file });
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                TargetHost = "ishenim.example.kg",
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate,
            },
        });

        Assert.StartsWith("https://", site.Address, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(site.Address), "/"));
        request.Headers.Host = "ishenim.example.kg";
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static Task<HttpResponseMessage> AskAsync(TestSite site)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Desk);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "ishenim.example.kg");
        return site.Client.SendAsync(request);
    }

    /// <returns>Its hash.</returns>
    private static async Task<string> WriteCertificateAsync(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ishenim.example.kg", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString();
    }
}
