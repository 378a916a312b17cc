using System.Text.Json;
using Ishenim.Sealing;

namespace Ishenim.Tests.Demo;

/// <summary>One real start with --demo for all tests of it, with each of its staff signed in: a code works only once.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningProgram _program = null!;

    public string Folder => _folder.Path;

    public string Said => _program.Said;

    public Uri Address { get; private set; } = null!;

    /// <summary><c>demo.json</c>.</summary>
    public JsonElement File { get; private set; }

    public IReadOnlyDictionary<string, StaffClient> Staff { get; private set; } = new Dictionary<string, StaffClient>();

    public HttpClient Client { get; private set; } = null!;

    public IEnumerable<string> Receipts => File.GetProperty("receipts").EnumerateArray().Select(one => one.GetString()!);

    public async ValueTask InitializeAsync()
    {
        // As little stretching as may be set: the demo does some dozens of them.
        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, "ishenim.json"), """{ "passphrase-memory-mib": "8", "code-memory-mib": "8" }""");
        _program = RunningProgram.Start("serve", "--demo", "--data", Folder, "--port", "0");
        Address = await _program.AddressAsync();
        for (var patience = 0; !Said.Contains("Codes of letters", StringComparison.Ordinal); patience++)
        {
            Assert.True(patience < 600, $"It builds no demo: {Said}");
            await Task.Delay(100);
        }
        File = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(Folder, "demo.json"))).RootElement;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        var staff = new Dictionary<string, StaffClient>();
        foreach (var one in File.GetProperty("staff").EnumerateArray())
            staff[Text(one, "role")] = await SignInAsync(one);
        Staff = staff;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Staff.Values)
            one.Dispose();
        Client?.Dispose();
        await _program.DisposeAsync();
        _folder.Dispose();
    }

    public static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private async Task<StaffClient> SignInAsync(JsonElement one)
    {
        var client = new StaffClient(Address.ToString());
        await client.SubmitAsync(await client.GetAsync("/desk/login"), "form[data-login]",
            ("login", Text(one, "login")), ("passphrase", Text(one, "passphrase")), ("otp", Totp.At(Secret(Text(one, "otpSecret")), TimeProvider.System.GetUtcNow())));
        return client;
    }

    /// <summary>RFC 4648, as an authenticator reads it.</summary>
    private static byte[] Secret(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
