using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Ishenim.Tests.Commands;

public sealed class EndTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_RequestInFlight_IsAnsweredAndTheProcessEndsWithinFiveSeconds(string signal)
    {
        using var folder = new TemporaryFolder();
        await PrepareAsync(folder);
        await using var program = RunningProgram.Start("serve", "--data", folder.Path, "--port", "0");
        var address = await program.AddressAsync();
        // The first letter after a start waits for the compiler, on a busy machine for seconds.
        await DataCommandTests.WriteAsync(address);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        var body = Form("text", "Акырын жөнөтүлгөн кат");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /write HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {body.Length}\r\n\r\n"));
        await stream.WriteAsync(body.AsMemory(0, 60));
        await Task.Delay(500);

        var clock = Stopwatch.StartNew();
        program.Signal(signal);
        await Task.Delay(1500);
        await stream.WriteAsync(body.AsMemory(60));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        var exitCode = await program.EndAsync(TimeSpan.FromSeconds(10));

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("\"receipt\"", answer, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 1.5, 5);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Signal_RequestThatNeverEnds_DoesNotHoldTheProcessUp()
    {
        using var folder = new TemporaryFolder();
        await PrepareAsync(folder);
        await using var program = RunningProgram.Start("serve", "--data", folder.Path, "--port", "0");
        var address = await program.AddressAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /write HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n--b\r\n"));
        await Task.Delay(500);

        var clock = Stopwatch.StartNew();
        program.Signal("TERM");
        await program.EndAsync(TimeSpan.FromSeconds(20));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 6);
    }

    /// <summary>An open school in the data folder, so that letters are accepted.</summary>
    internal static async Task PrepareAsync(TemporaryFolder folder)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await TestSchool.OpenAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(database.Folder))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
    }

    private static byte[] Form(string name, string value) =>
        Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--b--\r\n");
}
