using System.Text.RegularExpressions;

namespace Ishenim.Bench;

/// <summary>The responsible person, signed in, who looks at the register and opens letters.</summary>
internal sealed partial class BenchStaff : IDisposable
{
    private readonly HttpClient _client;
    private string? _letter;

    private BenchStaff(Uri address) => _client = new HttpClient { BaseAddress = address };

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

    /// <summary>Reads a file to its end.</summary>
    /// <returns>How many bytes it had.</returns>
    public async Task<long> DownloadAsync(string path)
    {
        await using var file = await _client.GetStreamAsync(new Uri(path, UriKind.Relative));
        var buffer = new byte[128 * 1024];
        long bytes = 0;
        for (var read = await file.ReadAsync(buffer); read > 0; read = await file.ReadAsync(buffer))
            bytes += read;
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
