using System.Collections.Concurrent;

namespace Ishenim.Testing.Fire;

/// <summary>Clients that write letters without pause and remember which ones were acknowledged.</summary>
public sealed class LetterLoad(int clients)
{
    private readonly ConcurrentQueue<(string Code, FireLetter Letter)> _acknowledged = new();
    private int _refused;

    public IReadOnlyCollection<(string Code, FireLetter Letter)> Acknowledged => _acknowledged;

    /// <summary>How many were told to come back later.</summary>
    public int Refused => _refused;

    /// <summary>Writes until told to end; a client also ends when its line breaks.</summary>
    public Task RunAsync(Uri address, CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => WriteAsync(address, enough), CancellationToken.None)));

    private async Task WriteAsync(Uri address, CancellationToken enough)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
        try
        {
            while (!enough.IsCancellationRequested)
            {
                var letter = FireLetter.Next();
                if (await letter.PostAsync(client, address) is { } code)
                    _acknowledged.Enqueue((code, letter));
                else
                    Interlocked.Increment(ref _refused);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException { StatusCode: null } or IOException or TaskCanceledException)
        {
            // The program was killed under it: nobody was told that this letter is there.
        }
    }
}
