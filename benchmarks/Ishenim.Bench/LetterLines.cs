using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Ishenim.Bench;

/// <summary>
/// Open connections on which writers send a letter of 5 KB. It is made once, and of the answer only what is asked is looked at:
/// load and program share the cores, and a client that took as much as the program would be half of what is measured.
/// </summary>
internal sealed class LetterLines(Uri address) : IDisposable
{
    private static readonly byte[] Form = Encoding.UTF8.GetBytes(
        $"--b\r\nContent-Disposition: form-data; name=text\r\n\r\n{new string('ж', 2560)}\r\n--b--\r\n");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly byte[] _request =
    [
        .. Encoding.ASCII.GetBytes(
            $"POST /write HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {Form.Length}\r\n\r\n"),
        .. Form,
    ];

    private readonly ConcurrentBag<(Socket Line, byte[] Answer)> _idle = [];

    private static ReadOnlySpan<byte> Good => "HTTP/1.1 200"u8;

    private static ReadOnlySpan<byte> End => "\r\n0\r\n\r\n"u8;

    private static ReadOnlySpan<byte> Receipt => "\"receipt\":\""u8;

    /// <summary>Sends the letter, on a line of its own while others are on the way.</summary>
    /// <returns>The receipt's 20 digits, after the whole answer came.</returns>
    /// <exception cref="InvalidOperationException">It was not acknowledged.</exception>
    /// <exception cref="TimeoutException">No answer came.</exception>
    public Task<string> WriteAsync() => SendAsync().WaitAsync(Patience);

    public void Dispose()
    {
        while (_idle.TryTake(out var client))
            client.Line.Dispose();
    }

    private async Task<string> SendAsync()
    {
        if (!_idle.TryTake(out var client))
            client = (await ConnectAsync(), new byte[8 * 1024]);
        try
        {
            var receipt = await SendAsync(client.Line, client.Answer);
            _idle.Add(client);
            return receipt;
        }
        catch
        {
            client.Line.Dispose();
            throw;
        }
    }

    private async Task<string> SendAsync(Socket line, byte[] answer)
    {
        for (var sent = 0; sent < _request.Length;)
            sent += await line.SendAsync(_request.AsMemory(sent));
        var length = 0;
        while (!answer.AsSpan(0, length).EndsWith(End))
        {
            var came = await line.ReceiveAsync(answer.AsMemory(length));
            length += came;
            if (came == 0 || !answer.AsSpan(0, length).StartsWith(Good[..Math.Min(length, Good.Length)]))
                throw new InvalidOperationException($"No receipt came, but: {Encoding.UTF8.GetString(answer, 0, length)}");
        }
        return Encoding.ASCII.GetString(answer, answer.AsSpan(0, length).IndexOf(Receipt) + Receipt.Length, 20);
    }

    private async Task<Socket> ConnectAsync()
    {
        var line = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await line.ConnectAsync(address.Host, address.Port);
        return line;
    }
}
