using System.Net.Sockets;
using System.Text;
using Ishenim.Core.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Pages.Public;

/// <summary>A phone that loses the line: whatever had come, nothing half-written stays.</summary>
public sealed class BrokenOffTests
{
    [Theory]
    [InlineData(0.02, false)]
    [InlineData(0.3, false)]
    [InlineData(0.3, true)]
    [InlineData(0.75, true)]
    [InlineData(0.9999, false)]
    [InlineData(0.9999, true)]
    public async Task Post_LineCut_LeavesNothing(double part, bool reset)
    {
        await using var site = await TestSite.StartAsync();
        var form = TestForm.Parts(("files", ("а.bin", new byte[300_000])), ("text", "Кат"), ("files", ("б.bin", new byte[300_000])));
        var body = await form.ReadAsByteArrayAsync();
        var address = new Uri(site.Address);
        using (var line = new TcpClient(address.Host, address.Port))
        {
            var head = $"POST /write HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            await line.GetStream().WriteAsync(body.AsMemory(0, (int)(body.Length * part)));
            await Waiting.UntilAsync(() => part < 0.1 || Staged(site).Length > 0);
            line.LingerState = new LingerOption(enable: reset, seconds: 0);
        }

        await Waiting.UntilAsync(() => Staged(site).Length == 0);

        await using var db = site.Database.Open(site.School.Id);
        Assert.False(await db.Set<Appeal>().AnyAsync());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    private static string[] Staged(TestSite site) => Directory.GetFiles(Path.Combine(site.Database.Folder, "staging"));
}
