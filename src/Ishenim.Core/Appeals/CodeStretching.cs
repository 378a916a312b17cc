using Ishenim.Core.Schools;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>More codes wait to be stretched than can be done soon; nothing was done. Try again after a minute.</summary>
public sealed class CodesBusyException() : Exception("Too many codes wait to be stretched.");

/// <summary>
/// Stretches receipt codes: one job per core at a time, a waiting room of bounded size before it. Each job takes the
/// school's Argon2id memory, so that more at once would only slow all of them down.
/// </summary>
/// <param name="atOnce">How many jobs run together.</param>
/// <param name="waitingRoom">How many more may wait; the next one is refused at once.</param>
public sealed class CodeStretching(int atOnce, int waitingRoom) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(atOnce);
    private int _inside;

    /// <summary>One job per core, and as many waiting as are done in about four seconds.</summary>
    public CodeStretching()
        : this(Environment.ProcessorCount, 100 * Environment.ProcessorCount)
    {
    }

    /// <summary>What a code gives, for who typed it.</summary>
    /// <exception cref="CodesBusyException">The waiting room is full.</exception>
    public Task<WriterKeys> DeriveAsync(School school, ReceiptCode code, CancellationToken cancellation) =>
        RunAsync(() => CodeKeys.Derive(code, school.CodeSalt, school.CodeArgon), cancellation);

    /// <exception cref="CodesBusyException">The waiting room is full.</exception>
    internal async Task<T> RunAsync<T>(Func<T> job, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _inside) > atOnce + waitingRoom)
        {
            Interlocked.Decrement(ref _inside);
            throw new CodesBusyException();
        }
        try
        {
            await _slots.WaitAsync(cancellation);
            try
            {
                return await Task.Run(job, CancellationToken.None);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _slots.Dispose();
}
