namespace Ishenim.Core.Storage;

/// <summary>
/// What comes while others are being committed is committed together: one lock and one sync to the disk for all of it.
/// </summary>
/// <param name="commit">Commits all of them, in the order in which they came, or none.</param>
/// <param name="othersCome">Whether more are on their way, so that those who are here wait a moment for them; null: never.</param>
public sealed class SharedCommit<T>(Func<IReadOnlyList<T>, Task> commit, Func<bool>? othersCome = null)
{
    /// <summary>More than that wait for the next one, so that nobody else waits long for the database.</summary>
    public const int Most = 24;

    /// <summary>How long those who are here wait for others on their way.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(80);

    private readonly Queue<Waiting> _waiting = [];
    private readonly Lock _lock = new();
    private bool _committing;

    /// <summary>Returns when the item is durably there; throws what kept it from that.</summary>
    public Task AddAsync(T item)
    {
        var mine = new Waiting(item);
        lock (_lock)
        {
            _waiting.Enqueue(mine);
            if (!_committing)
                _ = Task.Run(CommitAllAsync);
            _committing = true;
        }
        return mine.Done;
    }

    private async Task CommitAllAsync()
    {
        while (await NextAsync() is { Count: > 0 } next)
            await CommitAsync(next);
    }

    private async Task<List<Waiting>> NextAsync()
    {
        if (othersCome?.Invoke() == true)
            await Task.Delay(Moment);
        lock (_lock)
        {
            var next = Take(Most);
            _committing = next.Count > 0;
            return next;
        }
    }

    private List<Waiting> Take(int most)
    {
        var taken = new List<Waiting>();
        lock (_lock)
            while (taken.Count < most && _waiting.TryDequeue(out var one))
                taken.Add(one);
        return taken;
    }

    private async Task CommitAsync(List<Waiting> items)
    {
        var fault = await TryAsync(items);
        if (fault is not null && StorageFaults.Of(fault) is not null)
            // The disk fails for all of them, and for those who came meanwhile: nobody waits once more for the same.
            items.AddRange(Take(int.MaxValue));
        else if (fault is not null && items.Count > 1)
        {
            // One may do the others harm: each is tried alone.
            foreach (var one in items)
                one.End(await TryAsync([one]));
            return;
        }
        foreach (var one in items)
            one.End(fault);
    }

    /// <summary>Null: they are there.</summary>
    private async Task<Exception?> TryAsync(IReadOnlyList<Waiting> items)
    {
        try
        {
            await commit([.. items.Select(one => one.Item)]);
            return null;
        }
        catch (Exception fault)
        {
            // Thrown again, to everybody whom it concerns.
            return fault;
        }
    }

    private sealed class Waiting(T item)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public T Item { get; } = item;

        public Task Done => _done.Task;

        public void End(Exception? fault)
        {
            if (fault is null)
                _done.SetResult();
            else
                _done.SetException(fault);
        }
    }
}
