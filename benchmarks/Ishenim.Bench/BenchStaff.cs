using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Ishenim.Bench;

/// <summary>The responsible person, signed in, who looks at the register and opens letters.</summary>
internal sealed partial class BenchStaff : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;
    private string? _letter;

    private BenchStaff(Uri address) => _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = address };

    public static async Task<BenchStaff> SignInAsync(BenchSite site)
    {
        var staff = new BenchStaff(site.Address);
        site.School.Time.Now = TimeProvider.System.GetUtcNow();
        var login = await staff.GetAsync("/desk/login");
        var who = site.School.Responsible;
        using var form = new FormUrlEncodedContent(
        [
            new("login", who.Login), new("passphrase", who.Passphrase), new("otp", who.NextCode(site.School.Time)),
            new("__RequestVerificationToken", Token().Match(login).Groups["value"].Value),
        ]);
        using var answer = await staff._client.PostAsync(new Uri("/desk/login", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        await staff.RegisterAsync();
        return staff._letter is not null ? staff : throw new InvalidOperationException("The register shows no letter: the sign-in was refused.");
    }

    public async Task RegisterAsync() => _letter = Letter().Match(await GetAsync("/desk/appeals")) is { Success: true } found ? found.Groups["path"].Value : _letter;

    /// <summary>The page of the newest letter.</summary>
    public Task<string> LetterAsync() => GetAsync(_letter!);

    /// <summary>Reads a file to its end, on a line of its own that takes next to nothing of the processor.</summary>
    /// <returns>How many bytes it had.</returns>
    public async Task<long> DownloadAsync(string path)
    {
        var address = new Uri(_client.BaseAddress!, path);
        using var line = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await line.ConnectAsync(address.Host, address.Port);
        await line.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {_cookies.GetCookieHeader(address)}\r\nConnection: close\r\n\r\n"));
        var buffer = new byte[256 * 1024];
        var (came, head) = (0, -1);
        while (head < 0)
        {
            var more = await line.ReceiveAsync(buffer.AsMemory(came));
            came += more;
            head = buffer.AsSpan(0, came).IndexOf("\r\n\r\n"u8);
            if (more == 0 || !buffer.AsSpan(0, came).StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException($"No file came, but: {Encoding.UTF8.GetString(buffer, 0, came)}");
        }
        long bytes = came - head - 4;
        do
        {
            came = await line.ReceiveAsync(buffer);
            bytes += came;
        }
        while (came > 0);
        return bytes;
    }

    public void Dispose() => _client.Dispose();

    public async Task<string> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(?<path>/desk/appeals/[0-9a-f-]{32,36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letter();
}
