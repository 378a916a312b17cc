using System.Collections.Concurrent;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A code that no letter has yet: shown once to a writer, stored nowhere.</summary>
public sealed record FreshReceipt(ReceiptCode Code, byte[] Lookup, byte[] PublicKey);

/// <summary>
/// Codes made ahead, per school, in memory only, so that thirty pupils who press Send together wait for nothing.
/// One thread of low priority fills the pools, a code for each school in turn, once no letter has come for a moment:
/// while letters come, and while the program starts, the machine is theirs.
/// </summary>
/// <param name="codesPerSchool">How many wait for each school; 0: every code is made when it is asked for.</param>
/// <param name="stretching">Where a code is made that was not ready.</param>
public sealed class ReceiptPool(int codesPerSchool, CodeStretching stretching) : IDisposable
{
    /// <summary>How long no letter may have come before codes are made ahead.</summary>
    public const int RestMilliseconds = 500;

    /// <summary>How long after its own start it makes none.</summary>
    public const int StartMilliseconds = 3000;

    private readonly ConcurrentDictionary<SchoolId, ConcurrentQueue<FreshReceipt>> _pools = [];
    private readonly ConcurrentDictionary<SchoolId, School> _filling = [];
    private readonly BlockingCollection<School> _turns = [];
    private readonly ManualResetEventSlim _ended = new();
    private Thread? _filler;
    private int _making;
    private long _taken = Environment.TickCount64 + StartMilliseconds - RestMilliseconds;

    public ReceiptPool(int codesPerSchool)
        : this(codesPerSchool, new CodeStretching())
    {
    }

    /// <summary>Whether codes are being made for letters that wait for them.</summary>
    public bool IsMaking => Volatile.Read(ref _making) > 0;

    /// <summary>A code from the pool, or a new one where the pool is empty.</summary>
    /// <exception cref="StretchQueueFull">None is ready, and too many wait for one.</exception>
    public async Task<FreshReceipt> TakeAsync(School school)
    {
        Interlocked.Exchange(ref _taken, Environment.TickCount64);
        var ready = PoolOf(school.Id).TryDequeue(out var receipt);
        Warm(school);
        return ready ? receipt! : await MakeAsync(school);
    }

    /// <summary>Has the school's pool filled, ahead of its next letters.</summary>
    public void Warm(School school)
    {
        if (Ready(school.Id) >= codesPerSchool || _turns.IsAddingCompleted || !_filling.TryAdd(school.Id, school))
            return;
        try
        {
            _turns.Add(school);
        }
        catch (InvalidOperationException) when (_turns.IsAddingCompleted)
        {
            // The site ended in between; on the filling thread this would end the whole process.
        }
    }

    /// <summary>How many codes wait for that school.</summary>
    public int Ready(SchoolId school) => PoolOf(school).Count;

    /// <summary>Starts the filling thread; without it every code is made when it is asked for.</summary>
    public void Start()
    {
        _filler = new Thread(Fill) { IsBackground = true, Name = "receipt codes" };
        _filler.Start();
    }

    public void Dispose()
    {
        _turns.CompleteAdding();
        _ended.Set();
        _filler?.Join();
        _turns.Dispose();
        _ended.Dispose();
    }

    private async Task<FreshReceipt> MakeAsync(School school)
    {
        Interlocked.Increment(ref _making);
        try
        {
            return await stretching.NewAsync(school);
        }
        finally
        {
            Interlocked.Decrement(ref _making);
        }
    }

    private void Fill()
    {
        ThreadPatience.LowerThis();
        foreach (var school in _turns.GetConsumingEnumerable())
        {
            AwaitRest();
            if (_ended.IsSet)
                return;
            if (Ready(school.Id) < codesPerSchool)
                PoolOf(school.Id).Enqueue(CodeStretching.New(school));
            _filling.TryRemove(school.Id, out _);
            Warm(school);
        }
    }

    private void AwaitRest()
    {
        while (!_ended.IsSet && Environment.TickCount64 - Interlocked.Read(ref _taken) is var rested and < RestMilliseconds)
            _ended.Wait(RestMilliseconds - (int)rested);
    }

    private ConcurrentQueue<FreshReceipt> PoolOf(SchoolId school) =>
        _pools.GetOrAdd(school, _ => []);
}
