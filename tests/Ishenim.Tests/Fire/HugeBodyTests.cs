using System.Globalization;
using System.Text;

namespace Ishenim.Tests.Fire;

/// <summary>
/// A gigabyte, against the program as a process of its own: it keeps the typed text, says what is wrong, and holds no more of
/// the rest in memory or on the disk than one file may have.
/// </summary>
public sealed class HugeBodyTests
{
    private const long Gigabyte = 1024 * 1024 * 1024;
    private const int MiB = 1024 * 1024;
    private static readonly byte[] Film = new byte[MiB];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_AGigabyte_KeepsTheTextAndNeitherMemoryNorDiskGrow(bool saysHowLong)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await TestSchool.OpenAsync(database);
        using var temporary = new TemporaryFolder();
        await using var program = RunningProgram.Start(temporary.Path, [], "serve", "--data", database.Folder, "--port", "0");
        var address = (await program.AddressAsync()).ToString();
        // Once before, so that what every first upload costs is not counted.
        await PostAsync(address, saysHowLong, 30 * MiB, () => { });
        var (before, most, disk) = (Resident(program.Id), 0L, 0L);

        var said = await PostAsync(address, saysHowLong, Gigabyte, () =>
        {
            most = Math.Max(most, Resident(program.Id));
            disk = Math.Max(disk, BytesIn(database.Folder) + BytesIn(temporary.Path));
        });

        Assert.StartsWith("HTTP/1.1 400", said, StringComparison.Ordinal);
        Assert.Contains("Менин катым</textarea>", said, StringComparison.Ordinal);
        Assert.Contains("files-error", said, StringComparison.Ordinal);
        Assert.InRange(most - before, long.MinValue, 64 * MiB);
        Assert.InRange(disk, 0, 40 * MiB);
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "staging")));
    }

    private static async Task<string> PostAsync(string address, bool saysHowLong, long bytes, Action look)
    {
        var head = Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nМенин катым\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"кино.mp4\"\r\n\r\n");
        var end = Encoding.UTF8.GetBytes("\r\n--x--\r\n");
        using var line = await RawLine.OpenAsync(address);
        await line.BeginAsync("POST /write");
        await line.SendAsync($"Connection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n{(saysHowLong ? $"Content-Length: {head.Length + bytes + end.Length}" : "Transfer-Encoding: chunked")}\r\n\r\n");
        var reading = line.ReadToEndAsync(TimeSpan.FromSeconds(60));
        var going = await SendAsync(line, head, saysHowLong);
        for (var sent = 0L; sent < bytes && going && !reading.IsCompleted; sent += MiB)
        {
            going = await SendAsync(line, Film, saysHowLong);
            if (sent % (16 * MiB) == 0)
                look();
        }
        if (going && await SendAsync(line, end, saysHowLong) && !saysHowLong)
            await line.TrySendAsync(Encoding.ASCII.GetBytes("0\r\n\r\n"));
        return await reading;
    }

    private static async Task<bool> SendAsync(RawLine line, byte[] bytes, bool plain) => plain
        ? await line.TrySendAsync(bytes)
        : await line.TrySendAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n")) && await line.TrySendAsync(bytes) && await line.TrySendAsync(Encoding.ASCII.GetBytes("\r\n"));

    private static long Resident(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static long BytesIn(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
}
