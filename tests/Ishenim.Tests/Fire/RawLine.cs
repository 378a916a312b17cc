using System.Net.Sockets;
using System.Text;

namespace Ishenim.Tests.Fire;

/// <summary>A connection on which anything can be sent.</summary>
internal sealed class RawLine : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly Uri _address;

    private RawLine(Uri address) => _address = address;

    // Kept, because a client gives it out only while it is connected.
    private NetworkStream Stream { get; set; } = null!;

    public static async Task<RawLine> OpenAsync(string address)
    {
        var line = new RawLine(new Uri(address));
        await line._client.ConnectAsync(line._address.Host, line._address.Port);
        line.Stream = line._client.GetStream();
        return line;
    }

    /// <summary>Sends the first line of a request and a good Host.</summary>
    public Task BeginAsync(string first) => SendAsync($"{first} HTTP/1.1\r\nHost: {_address.Authority}\r\n");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await Stream.WriteAsync(bytes);

    /// <summary>Whether it could still be sent.</summary>
    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await SendAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>All that comes until the other side ends the connection.</summary>
    /// <exception cref="OperationCanceledException">It does not end it in time.</exception>
    public async Task<string> ReadToEndAsync(TimeSpan patience)
    {
        using var waiting = new CancellationTokenSource(patience);
        using var said = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await Stream.ReadAsync(buffer, waiting.Token) is > 0 and var read)
                said.Write(buffer, 0, read);
        }
        catch (IOException)
        {
            // Reset: that is an end, too.
        }
        return Encoding.UTF8.GetString(said.GetBuffer(), 0, (int)said.Length);
    }

    public void Dispose() => _client.Dispose();
}
