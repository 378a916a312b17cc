using System.Collections.Concurrent;
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

    private sealed record Entry(DateTimeOffset Since, Lazy<Task<T>> Outcome);

    /// <param name="nonce">"" : nothing is remembered.</param>
    /// <param name="what">What makes the thing this one and no other: school, letter, text.</param>
    /// <param name="act">Does it.</param>
    /// <returns>The outcome, and whether it was done now.</returns>
    public async Task<(T Outcome, bool First)> DoAsync(string nonce, string what, Func<Task<T>> act)
    {
        if (nonce.Length == 0)
            return (await act(), true);
        var key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{nonce.Length}:{nonce}{what}")));
        Forget();
        var mine = new Entry(time.GetUtcNow(), new Lazy<Task<T>>(act));
        var entry = _known.GetOrAdd(key, mine);
        if (entry != mine && time.GetUtcNow() - entry.Since > Kept && _known.TryUpdate(key, mine, entry))
            entry = mine;
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

    private void Forget()
    {
        if (_known.Count < Most)
            return;
        var now = time.GetUtcNow();
        foreach (var old in _known.OrderBy(pair => pair.Value.Since))
            if (now - old.Value.Since > Kept || _known.Count >= Most)
                _known.TryRemove(old);
    }
}
