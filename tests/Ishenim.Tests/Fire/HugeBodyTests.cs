using System.Text;

namespace Ishenim.Tests.Fire;

/// <summary>
/// A gigabyte, against the program as a process of its own: it keeps the typed text, says what is wrong, and holds no more of
/// the rest in memory or on the disk than one file may have. Where few bytes are taken, it is refused by its length.
/// </summary>
public sealed class HugeBodyTests
{
    private const long Gigabyte = 1024 * 1024 * 1024;
    private const int MiB = 1024 * 1024;
    private static readonly byte[] Film = new byte[MiB];

    [Theory]
    [InlineData("/write")]
    [InlineData("/answer")]
    [InlineData("/desk/paper")]
    public async Task Post_AGigabyte_KeepsTheTextAndNeitherMemoryNorDiskGrow(string path)
    {
        await using var place = await HugeBodyPlace.StartAsync(path);
        foreach (var saysHowLong in new[] { true, false })
        {
            // Once before, so that what every first upload costs is not counted.
            await PostAsync(place, saysHowLong, 30 * MiB, () => { });
            var (before, most, disk) = (place.Resident, 0L, 0L);

            var (said, _) = await PostAsync(place, saysHowLong, Gigabyte, () => (most, disk) = (Math.Max(most, place.Resident), Math.Max(disk, place.OnDisk)));

            Assert.StartsWith("HTTP/1.1 400", said, StringComparison.Ordinal);
            Assert.Contains("Менин катым</textarea>", said, StringComparison.Ordinal);
            Assert.Contains("files-error", said, StringComparison.Ordinal);
            Assert.InRange(most - before, long.MinValue, 64 * MiB);
            Assert.InRange(disk, 0, 40 * MiB);
            Assert.Empty(place.Staged);
        }
    }

    /// <summary>These read no more than a mebibyte; what is sent beyond that lies in the buffers of the line.</summary>
    [Theory]
    [InlineData("/desk/login")]
    [InlineData("/desk/calendar/import")]
    public async Task Post_AGigabyteWhereFewBytesAreTaken_IsRefusedBeforeItIsSent(string path)
    {
        await using var place = await HugeBodyPlace.StartAsync(path);
        var before = place.Resident;

        var answers = await Task.WhenAll(new[] { true, false }.Select(saysHowLong => PostAsync(place, saysHowLong, Gigabyte, () => { })));

        foreach (var (said, sent) in answers)
        {
            // 400 and not 413: the framework takes a form that it may not read for one without its token.
            Assert.StartsWith("HTTP/1.1 400", said, StringComparison.Ordinal);
            Assert.DoesNotContain("data-login", said, StringComparison.Ordinal);
            Assert.InRange(sent, 0, 32 * MiB);
        }
        Assert.InRange(place.Resident - before, long.MinValue, 64 * MiB);
        Assert.InRange(place.OnDisk, 0, 40 * MiB);
    }

    /// <returns>What was answered, and how much of the film had gone out by then.</returns>
    private static async Task<(string Said, long Sent)> PostAsync(HugeBodyPlace place, bool saysHowLong, long bytes, Action look)
    {
        var head = Encoding.UTF8.GetBytes(string.Concat(place.Fields.Select(field => $"--x\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"))
            + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"кино.mp4\"\r\n\r\n");
        var end = Encoding.UTF8.GetBytes("\r\n--x--\r\n");
        using var line = await RawLine.OpenAsync(place.Address);
        await line.BeginAsync($"POST {place.Path}");
        await line.SendAsync($"Connection: close\r\n{place.Cookies}Content-Type: multipart/form-data; boundary=x\r\n{(saysHowLong ? $"Content-Length: {head.Length + bytes + end.Length}" : "Transfer-Encoding: chunked")}\r\n\r\n");
        var reading = line.ReadToEndAsync(TimeSpan.FromSeconds(60));
        var (going, sent) = (await SendAsync(line, head, saysHowLong), 0L);
        for (; sent < bytes && going && !reading.IsCompleted; sent += MiB)
        {
            going = await SendAsync(line, Film, saysHowLong);
            if (sent % (16 * MiB) == 0)
                look();
        }
        if (going && await SendAsync(line, end, saysHowLong) && !saysHowLong)
            await line.TrySendAsync(Encoding.ASCII.GetBytes("0\r\n\r\n"));
        return (await reading, sent);
    }

    private static async Task<bool> SendAsync(RawLine line, byte[] bytes, bool plain) => plain
        ? await line.TrySendAsync(bytes)
        : await line.TrySendAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n")) && await line.TrySendAsync(bytes) && await line.TrySendAsync(Encoding.ASCII.GetBytes("\r\n"));
}
