namespace Ishenim.Core.Staff;

/// <summary>
/// Stretches passphrases, one job per core; a few more may wait. Beyond that the answer is "come back in a moment",
/// so that a flood of sign-ins takes neither all memory nor the pages of writers.
/// </summary>
/// <param name="jobs">How many at once.</param>
/// <param name="waiting">How many more may wait.</param>
public sealed class StretchQueue(int jobs, int waiting) : IDisposable
{
    private readonly SemaphoreSlim _free = new(jobs);
    private int _inside;

    /// <summary>One job per core, sixteen waiting for each.</summary>
    public static StretchQueue OfThisMachine() => new(Environment.ProcessorCount, 16 * Environment.ProcessorCount);

    /// <summary>Never call it inside a transaction.</summary>
    /// <exception cref="StretchQueueFull">The waiting room is full.</exception>
    public async Task<T> RunAsync<T>(Func<T> stretch)
    {
        if (Interlocked.Increment(ref _inside) > jobs + waiting)
        {
            Interlocked.Decrement(ref _inside);
            throw new StretchQueueFull();
        }
        try
        {
            await _free.WaitAsync();
            try
            {
                // A thread of its own: the pool's few are for what waits on the disk and the line.
                return await Task.Factory.StartNew(stretch, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                _free.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _free.Dispose();
}
