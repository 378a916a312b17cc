using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Pages.Public.Forms;

/// <summary>
/// Does a thing once for a nonce: a retry within ten minutes gets the first one's outcome, also while that is still on its
/// way. In memory only; forgotten when full.
/// </summary>
/// <remarks>
/// What was typed counts with the nonce: somebody who copies our page into a site of their own gives the same nonce to
/// every writer, and the second must not get the first one's code.
/// </remarks>
public sealed class Once<T>(TimeProvider time)
{
    public const int Most = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Entry> _known = [];
    private readonly ConcurrentQueue<(string Key, DateTimeOffset Since)> _order = [];

    internal int Remembered => _known.Count;

    private sealed record Entry(DateTimeOffset Since, Lazy<Task<T>> Outcome);

    /// <summary>What came of the same thing before, or will come of it in a moment.</summary>
    /// <returns>False where it was not tried.</returns>
    public bool TryFind(string nonce, string what, [NotNullWhen(true)] out Task<T>? outcome)
    {
        outcome = nonce.Length > 0 && _known.TryGetValue(KeyOf(nonce, what), out var entry) && time.GetUtcNow() - entry.Since <= Kept ? entry.Outcome.Value : null;
        return outcome is not null;
    }

    /// <param name="nonce">"" : nothing is remembered.</param>
    /// <param name="what">What makes the thing this one and no other: school, letter, text.</param>
    /// <param name="act">Does it.</param>
    /// <returns>The outcome, and whether it was done now.</returns>
    public async Task<(T Outcome, bool First)> DoAsync(string nonce, string what, Func<Task<T>> act)
    {
        if (nonce.Length == 0)
            return (await act(), true);
        var key = KeyOf(nonce, what);
        Forget();
        var mine = new Entry(time.GetUtcNow(), new Lazy<Task<T>>(act));
        var entry = _known.GetOrAdd(key, mine);
        if (entry != mine && time.GetUtcNow() - entry.Since > Kept && _known.TryUpdate(key, mine, entry))
            entry = mine;
        if (entry == mine)
            _order.Enqueue((key, mine.Since));
        try
        {
            return (await entry.Outcome.Value, entry == mine);
        }
        catch
        {
            // It was not done: the next try does it anew.
            _known.TryRemove(new KeyValuePair<string, Entry>(key, entry));
            throw;
        }
    }

    private static string KeyOf(string nonce, string what) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{nonce.Length}:{nonce}{what}")));

    /// <summary>A code stays in memory no longer than a retry may need it; call it now and then where nobody writes.</summary>
    public void Forget()
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && (now - oldest.Since > Kept || _order.Count > Most))
            if (_order.TryDequeue(out var old) && _known.TryGetValue(old.Key, out var entry) && entry.Since == old.Since)
                _known.TryRemove(new KeyValuePair<string, Entry>(old.Key, entry));
    }
}
