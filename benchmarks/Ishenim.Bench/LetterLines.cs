using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Ishenim.Bench;

/// <summary>
/// Open connections on which writers send one and the same letter. It is made once, and of the answer only what is asked is looked
/// at: load and program share the cores, and a client that took as much as the program would be half of what is measured.
/// </summary>
internal sealed class LetterLines : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Uri _address;
    private readonly byte[] _request;
    private readonly ConcurrentBag<(Socket Line, byte[] Answer)> _idle = [];

    private LetterLines(Uri address, byte[] form)
    {
        _address = address;
        _request =
        [
            .. Encoding.ASCII.GetBytes(
                $"POST /write HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {form.Length}\r\n\r\n"),
            .. form,
        ];
    }

    private static ReadOnlySpan<byte> Good => "HTTP/1.1 200"u8;

    private static ReadOnlySpan<byte> End => "\r\n0\r\n\r\n"u8;

    private static ReadOnlySpan<byte> Receipt => "\"receipt\":\""u8;

    /// <summary>For letters of 5 KB.</summary>
    public static LetterLines OfText(Uri address) => new(address, Encoding.UTF8.GetBytes(
        $"--b\r\nContent-Disposition: form-data; name=text\r\n\r\n{new string('ж', 2560)}\r\n--b--\r\n"));

    /// <summary>For letters of a word and that file.</summary>
    public static LetterLines OfFile(Uri address, byte[] file) => new(address,
    [
        .. "--b\r\nContent-Disposition: form-data; name=text\r\n\r\nСүрөт тиркелди.\r\n--b\r\nContent-Disposition: form-data; name=files; filename=film.bin\r\n\r\n"u8,
        .. file,
        .. "\r\n--b--\r\n"u8,
    ]);

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
        await line.ConnectAsync(_address.Host, _address.Port);
        return line;
    }
}
