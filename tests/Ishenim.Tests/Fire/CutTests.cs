using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Tests.Fire;

/// <summary>The line breaks at every stage of a post: the letter is there or not, never half, and a retry makes no second one.</summary>
public sealed class CutTests
{
    private const string Text = "Кесилген жолдогу кат";
    private static readonly byte[] _file = Encoding.ASCII.GetBytes(new string('f', 3000));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_CutAfterAnyByte_IsWholeOrNotThereAndTheRetryMakesOneLetter(bool reset)
    {
        await using var site = await TestSite.StartAsync();
        var request = await RequestAsync(site, "nonce-0000");
        var stages = Stages(request.Length).ToList();

        for (var i = 0; i < stages.Count; i++)
        {
            var again = Encoding.Latin1.GetString(request).Replace("nonce-0000", string.Create(CultureInfo.InvariantCulture, $"nonce-{i:D4}"), StringComparison.Ordinal);
            var bytes = Encoding.Latin1.GetBytes(again);
            await CutAsync(site, bytes, stages[i], reset);
            Assert.Contains("\"receipt\"", await WholeAsync(site, bytes), StringComparison.Ordinal);
        }

        Assert.Equal(stages.Count, await LettersAsync(site));
        Assert.Equal(stages.Count, await LetterCheck.VerifyAsync(site.School));
        await AssertWholeAsync(site);
        await LetterCheck.SweepAsync(site.School);
    }

    /// <summary>The head, the text's and the file's first and last bytes, the last boundary, and a step of 200 bytes in between.</summary>
    private static IEnumerable<int> Stages(int length) =>
        Enumerable.Range(0, length / 200 + 1).Select(step => step * 200).Concat(Enumerable.Range(length - 12, 13)).Distinct();

    private static async Task<byte[]> RequestAsync(TestSite site, string nonce)
    {
        using var form = TestForm.Parts(("nonce", nonce), ("text", Text), ("files", ("а.bin", _file)));
        var body = await form.ReadAsByteArrayAsync();
        var head = $"POST /write HTTP/1.1\r\nHost: {new Uri(site.Address).Authority}\r\nAccept: application/json\r\nConnection: close\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static async Task CutAsync(TestSite site, byte[] request, int after, bool reset)
    {
        var address = new Uri(site.Address);
        using var line = new TcpClient(address.Host, address.Port);
        await line.GetStream().WriteAsync(request.AsMemory(0, after));
        line.LingerState = new LingerOption(enable: reset, seconds: 0);
    }

    private static async Task<string> WholeAsync(TestSite site, byte[] request)
    {
        var address = new Uri(site.Address);
        using var line = new TcpClient(address.Host, address.Port);
        await line.GetStream().WriteAsync(request);
        return await new StreamReader(line.GetStream()).ReadToEndAsync();
    }

    private static async Task<int> LettersAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        return await db.Set<Appeal>().CountAsync();
    }

    /// <summary>Every letter has its file, and no file is without a letter.</summary>
    private static async Task AssertWholeAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.School.Id);
        Assert.All(await db.Set<Attachment>().GroupBy(file => file.Appeal).Select(files => files.Count()).ToListAsync(), count => Assert.Equal(1, count));
        var kept = Directory.GetFiles(Path.Combine(site.Database.Folder, "files"), "*", SearchOption.AllDirectories);
        Assert.Equal(await db.Set<Attachment>().CountAsync(), kept.Length);
        Assert.Equal(await LettersAsync(site), kept.Length);
    }
}
