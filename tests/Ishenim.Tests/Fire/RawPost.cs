using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Ishenim.Tests.Fire;

/// <summary>A posted form as its bytes on the wire, so that it can be cut anywhere.</summary>
internal sealed class RawPost
{
    private const string Nonce = "nonce-0000";

    private static readonly SearchValues<byte> _edges = SearchValues.Create("\r\n&=%\""u8);

    private readonly Uri _address;
    private readonly byte[] _bytes;

    private RawPost(Uri address, byte[] bytes) => (_address, _bytes) = (address, bytes);

    public int Length => _bytes.Length;

    /// <summary>Every edge and the bytes beside it: of lines of the head, boundaries, names and values; each sign of a text, written plainly or by its number; a step of 200 bytes through what is long; the last bytes one by one.</summary>
    public IEnumerable<int> Stages =>
        Enumerable.Range(0, _bytes.Length).Where(place => place % 200 == 0 || Near(place)).Concat(Enumerable.Range(_bytes.Length - 12, 13)).Distinct();

    /// <param name="site">Where it goes.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="form">Its body, with <see cref="NonceField"/> where it is to be sent as <see cref="Another"/>.</param>
    /// <param name="heads">More lines of its head.</param>
    public static async Task<RawPost> OfAsync(TestSite site, string path, HttpContent form, params string[] heads)
    {
        var address = new Uri(site.Address);
        var body = await form.ReadAsByteArrayAsync();
        string[] lines =
        [
            $"POST {path} HTTP/1.1", $"Host: {address.Authority}", "Connection: close", $"Content-Type: {form.Headers.ContentType}",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"), .. heads, "", "",
        ];
        return new RawPost(address, [.. Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), .. body]);
    }

    /// <summary>A nonce of its own, for forms that have the field.</summary>
    public static (string, object) NonceField => ("nonce", Nonce);

    /// <summary>The same with another nonce: another letter.</summary>
    public RawPost Another(int number) => new(_address, Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(_bytes).Replace(Nonce, string.Create(CultureInfo.InvariantCulture, $"nonce-{number:D4}"), StringComparison.Ordinal)));

    /// <summary>Sends so many bytes and breaks off: with a reset, or as a program does that ends.</summary>
    public async Task CutAsync(int after, bool reset)
    {
        using var line = new TcpClient(_address.Host, _address.Port);
        await line.GetStream().WriteAsync(_bytes.AsMemory(0, after));
        line.LingerState = new LingerOption(enable: reset, seconds: 0);
    }

    /// <summary>Sends all of it.</summary>
    /// <returns>The answer, head and body.</returns>
    public async Task<string> SendAsync()
    {
        using var line = new TcpClient(_address.Host, _address.Port);
        await line.GetStream().WriteAsync(_bytes);
        return await new StreamReader(line.GetStream()).ReadToEndAsync();
    }

    private bool Near(int place) =>
        _bytes[place] >= 0x80 || _bytes.AsSpan(Math.Max(0, place - 1)..Math.Min(_bytes.Length, place + 2)).ContainsAny(_edges);
}
