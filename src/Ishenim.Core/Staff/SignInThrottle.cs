namespace Ishenim.Core.Staff;

/// <summary>
/// Slows down guessing, in memory only. Each login, network and known device has a count of its own; a wrong try beyond
/// those allowed doubles the wait. A known device is not held up by what strangers do to its owner's login.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    /// <summary>Wrong tries of one login or device before it has to wait.</summary>
    public const int FreeTries = 5;

    /// <summary>Wrong tries of one network: a whole school may sit behind one address.</summary>
    public const int FreeTriesOfNetwork = 50;

    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private const int MostKeys = 50_000;

    private readonly Dictionary<string, Tries> _tries = [];
    private readonly Lock _gate = new();

    /// <summary>How long that key has to wait; null: not at all.</summary>
    public TimeSpan? WaitOf(string key)
    {
        lock (_gate)
            return _tries.TryGetValue(key, out var tries) && tries.Until > time.GetUtcNow() ? tries.Until - time.GetUtcNow() : null;
    }

    public void Failed(string key, int free)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_tries.Count >= MostKeys)
                Forget(now);
            var count = _tries.TryGetValue(key, out var tries) && now - tries.Last < Memory ? tries.Count + 1 : 1;
            _tries[key] = new Tries(count, now, now + Wait(count - free));
        }
    }

    public void Succeeded(string key)
    {
        lock (_gate)
            _tries.Remove(key);
    }

    private static TimeSpan Wait(int beyond) => beyond < 0 ? TimeSpan.Zero
        : beyond > 10 ? LongestWait
        : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << beyond, LongestWait.Ticks));

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, tries) in _tries)
            if (now - tries.Last >= Memory)
                _tries.Remove(key);
        // A flood of invented logins must not take the memory; networks that send it keep their waits for the longest.
        foreach (var key in _tries.OrderBy(one => one.Value.Count).ThenBy(one => one.Value.Last).Take(_tries.Count - MostKeys / 2).Select(one => one.Key).ToList())
            _tries.Remove(key);
    }

    private sealed record Tries(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
