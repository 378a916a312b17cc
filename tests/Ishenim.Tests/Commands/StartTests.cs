using System.Net;
using System.Net.Sockets;

namespace Ishenim.Tests.Commands;

/// <summary>A start that cannot be: one clear line, exit code 2, no stack.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Serve_PortInUse_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await AssertRefusedAsync($"the setting port takes a port that is free: {port} is in use", "serve", "--data", folder.Path, "--port", $"{port}");
    }

    [Fact]
    public async Task Serve_FolderThatCannotBe_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        await AssertRefusedAsync("the setting data takes a folder that can be written", "serve", "--data", Path.Combine(file, "data"), "--port", "0");
    }

    [Fact]
    public async Task Serve_DatabaseThatIsNone_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "ishenim.db"), new string('x', 5000));

        await AssertRefusedAsync("the setting data takes a folder with a database that can be used", "serve", "--data", folder.Path, "--port", "0");
    }

    [Fact]
    public async Task Serve_PostgresUnreachable_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        await SetAsync(folder, $$"""{ "postgres": "Host=127.0.0.1;Port={{PostgresServer.FreePort()}};Username=x;Password=hidden;Timeout=5" }""");

        var said = await AssertRefusedAsync("the setting postgres takes the connection string of a PostgreSQL that answers", "serve", "--data", folder.Path, "--port", "0");

        Assert.DoesNotContain("hidden", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_CertificateThatIsNone_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "certificate.pem");
        await File.WriteAllTextAsync(file, "no certificate");
        await SetAsync(folder, $$"""{ "certificate": "{{file}}" }""");

        await AssertRefusedAsync("the setting certificate takes a PEM certificate", "serve", "--data", folder.Path, "--port", "0");
    }

    [Fact]
    public async Task Serve_UnknownSettingInFile_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        await SetAsync(folder, """{ "pubic-url": "https://example.kg" }""");

        await AssertRefusedAsync("there is none of that name", "serve", "--data", folder.Path, "--port", "0");
    }

    private static Task SetAsync(TemporaryFolder folder, string json) => File.WriteAllTextAsync(Path.Combine(folder.Path, "ishenim.json"), json);

    private static async Task<string> AssertRefusedAsync(string says, params string[] arguments)
    {
        var (exitCode, said) = await RunningProgram.RunAsync(arguments);

        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Equal((2, 1), (exitCode, said.Trim().Split('\n').Length));
        return said;
    }
}
