using System.Collections.Concurrent;
using Ishenim.Core.Schools;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A code that no letter has yet: shown once to a writer, stored nowhere.</summary>
public sealed record FreshReceipt(ReceiptCode Code, byte[] Lookup, byte[] PublicKey);

/// <summary>
/// Codes made ahead, per school, in memory only, so that thirty pupils who press Send together wait for nothing.
/// Filled by one thread of low priority.
/// </summary>
public sealed class ReceiptPool(int codesPerSchool) : IDisposable
{
    private readonly ConcurrentDictionary<SchoolId, ConcurrentQueue<FreshReceipt>> _pools = [];
    private readonly BlockingCollection<School> _wanted = [];
    private Thread? _filler;

    /// <summary>A code from the pool, or a new one where the pool is empty.</summary>
    public FreshReceipt Take(School school)
    {
        var pool = PoolOf(school.Id);
        var ready = pool.TryDequeue(out var receipt);
        _wanted.Add(school);
        return ready ? receipt! : Make(school);
    }

    /// <summary>Fills the school's pool ahead of the first letter.</summary>
    public void Warm(School school)
    {
        for (var missing = codesPerSchool - PoolOf(school.Id).Count; missing > 0; missing--)
            _wanted.Add(school);
    }

    /// <summary>How many codes wait for that school.</summary>
    public int Ready(SchoolId school) => PoolOf(school).Count;

    /// <summary>Starts the filling thread; without it every code is made when it is asked for.</summary>
    public void Start()
    {
        _filler = new Thread(Fill) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "receipt codes" };
        _filler.Start();
    }

    public void Dispose()
    {
        _wanted.CompleteAdding();
        _filler?.Join();
        _wanted.Dispose();
    }

    private void Fill()
    {
        foreach (var school in _wanted.GetConsumingEnumerable())
            if (!_wanted.IsAddingCompleted && Ready(school.Id) < codesPerSchool)
                PoolOf(school.Id).Enqueue(Make(school));
    }

    private ConcurrentQueue<FreshReceipt> PoolOf(SchoolId school) =>
        _pools.GetOrAdd(school, _ => []);

    private static FreshReceipt Make(School school)
    {
        var code = ReceiptCode.New();
        using var keys = CodeKeys.Derive(code, school.CodeSalt, school.CodeArgon);
        return new FreshReceipt(code, keys.Lookup, keys.Keys.PublicKey);
    }
}
