using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Text;

namespace Ishenim.Tests.Deploy;

/// <summary>The recipe as it is, in Debian's Caddy, in front of the real site.</summary>
public sealed class CaddyTests
{
    private const string Canary = "kanareyka-5512";

    [Fact]
    public async Task Caddyfile_InFrontOfTheSite_ServesOverTlsAndRemembersNobody()
    {
        if (!File.Exists("/usr/bin/caddy"))
            Assert.Skip("Caddy is not installed: apt-get install caddy");
        using var folder = new TemporaryFolder();
        var port = PostgresServer.FreePort();
        using var client = NewClient(port);
        var sitePort = PostgresServer.FreePort();
        await using var caddy = new Caddy(folder.Path, port, $"127.0.0.1:{sitePort}");
        await using (await StartSiteAsync(port, sitePort))
        {
            using var page = await caddy.FirstAnswerAsync(client, $"/?q={Canary}");
            using var missing = await client.GetAsync(new Uri($"/{Canary}", UriKind.Relative));
            using var desk = await client.GetAsync(new Uri("/desk", UriKind.Relative));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (page.StatusCode, missing.StatusCode));
            Assert.Contains("<h1", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Server"));
            Assert.StartsWith($"https://localhost:{port}/desk/login", desk.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var away = await client.GetAsync(new Uri($"/away-{Canary}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("жеткиликтүү эмес", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await caddy.DisposeAsync();
        var kept = caddy.Said + string.Concat(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Canary, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("remote_ip", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("\"uri\"", kept, StringComparison.Ordinal);
    }

    private static Task<TestSite> StartSiteAsync(int port, int sitePort) => TestSite.StartAsync(change: settings => settings with
    {
        Port = sitePort,
        TrustedProxies = [IPAddress.Loopback],
        PublicUrl = new Uri($"https://localhost:{port}"),
    });

    private static HttpClient NewClient(int port) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    { BaseAddress = new Uri($"https://localhost:{port}") };

    private sealed class Caddy : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _said = new();

        public Caddy(string folder, int port, string behind)
        {
            var recipe = Path.Combine(Repository.Root, "deploy", "caddy", "Caddyfile");
            var start = new ProcessStartInfo("/usr/bin/caddy", ["run", "--config", recipe, "--adapter", "caddyfile"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var (name, value) in new[] { ("HOME", folder), ("XDG_DATA_HOME", folder), ("XDG_CONFIG_HOME", folder), ("ISHENIM_NAME", $"https://localhost:{port}"), ("ISHENIM_TLS", "tls internal"), ("ISHENIM_BEHIND", behind) })
                start.Environment[name] = value;
            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, line) => Hear(line.Data);
            _process.ErrorDataReceived += (_, line) => Hear(line.Data);
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Said
        {
            get
            {
                lock (_said)
                    return _said.ToString();
            }
        }

        public async Task<HttpResponseMessage> FirstAnswerAsync(HttpClient client, string address)
        {
            for (var i = 0; i < 150 && !_process.HasExited; i++)
                try
                {
                    return await client.GetAsync(new Uri(address, UriKind.Relative));
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(200);
                }
            throw new InvalidOperationException($"Caddy does not answer: {Said}");
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync();
        }

        private void Hear(string? line)
        {
            lock (_said)
                _said.AppendLine(line);
        }
    }
}
