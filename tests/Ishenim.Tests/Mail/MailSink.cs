using System.Diagnostics;
using System.Net.Sockets;

namespace Ishenim.Tests.Mail;

/// <summary>A real SMTP server (Debian's python3-aiosmtpd) that puts each mail into a file of its own.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    private const string Program =
        """
        import asyncio, os, sys
        from aiosmtpd.smtp import SMTP
        class Handler:
            count = 0
            async def handle_DATA(self, server, session, envelope):
                if sys.argv[3] == 'refuse':
                    return '554 5.7.1 not wanted here'
                if sys.argv[3] == 'slow':
                    await asyncio.sleep(600)
                Handler.count += 1
                with open(os.path.join(sys.argv[2], 'mail%d' % Handler.count), 'wb') as f:
                    f.write(('RCPT %s\n' % ','.join(envelope.rcpt_tos)).encode() + envelope.content)
                return '250 OK'
        async def main():
            server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), hostname='localhost'), '127.0.0.1', int(sys.argv[1]))
            await server.serve_forever()
        asyncio.run(main())
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private MailSink(string manner)
    {
        Port = PostgresServer.FreePort();
        _process = Process.Start(new ProcessStartInfo(Python, ["-c", Program, $"{Port}", _folder.Path, manner]) { RedirectStandardError = true, UseShellExecute = false })!;
    }

    public int Port { get; }

    /// <summary>What came, each mail whole.</summary>
    public IReadOnlyList<string> Mails => Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();

    /// <param name="manner">take, refuse or slow.</param>
    public static async Task<MailSink> StartAsync(string manner = "take")
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"))
            Assert.Skip("No mail server to test with: apt-get install python3-aiosmtpd");
        var sink = new MailSink(manner);
        for (var i = 0; i < 200; i++)
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", sink.Port);
                return sink;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        throw new InvalidOperationException(await sink._process.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
