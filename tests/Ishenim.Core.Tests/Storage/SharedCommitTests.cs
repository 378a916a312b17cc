using System.Collections.Concurrent;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Tests.Storage;

public sealed class SharedCommitTests
{
    private const int Poison = -1;

    private readonly ConcurrentQueue<int[]> _commits = [];
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;

    [Fact]
    public async Task AddAsync_WhileOthersAreCommitted_GoesTogetherInItsOrder()
    {
        var shared = new SharedCommit<int>(CommitAsync);

        var all = Enumerable.Range(0, 6).Select(shared.AddAsync).ToList();
        _gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(Enumerable.Range(0, 6), _commits.SelectMany(commit => commit));
        Assert.True(_commits.Count <= 2, $"{_commits.Count} commits");
    }

    [Fact]
    public async Task AddAsync_MoreThanOneCommitTakes_GoInSeveral()
    {
        var shared = new SharedCommit<int>(CommitAsync);

        var all = Enumerable.Range(0, (2 * SharedCommit<int>.Most) + 5).Select(shared.AddAsync).ToList();
        _gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(Enumerable.Range(0, all.Count), _commits.SelectMany(commit => commit));
        Assert.All(_commits, commit => Assert.True(commit.Length <= SharedCommit<int>.Most));
    }

    [Fact]
    public async Task AddAsync_AnotherIsOnItsWay_WaitsAMomentAndTheyGoTogether()
    {
        using var there = new ManualResetEventSlim();
        _gate.SetResult();
        var shared = new SharedCommit<int>(CommitAsync, () =>
        {
            there.Wait(TimeSpan.FromSeconds(30));
            return true;
        });

        var first = shared.AddAsync(0);
        var second = shared.AddAsync(1);
        there.Set();
        await Task.WhenAll(first, second);

        Assert.Equal([0, 1], Assert.Single(_commits));
    }

    [Fact]
    public async Task AddAsync_OneOfThemCannotBeCommitted_TheOthersAre()
    {
        var shared = new SharedCommit<int>(CommitAsync);

        var first = shared.AddAsync(0);
        var others = new[] { 1, Poison, 2 }.Select(shared.AddAsync).ToList();
        _gate.SetResult();

        await Assert.ThrowsAsync<NotSupportedException>(() => others[1]);
        await Task.WhenAll(first, others[0], others[2]);
        Assert.Equal([0, 1, 2], _commits.Where(commit => !commit.Contains(Poison)).SelectMany(commit => commit));
    }

    [Fact]
    public async Task AddAsync_TheDiskFails_FailsAllAtOnceAndGoesOnAfterwards()
    {
        var shared = new SharedCommit<int>(CommitAsync);
        _fault = new DatabaseLockedException();

        var all = Enumerable.Range(0, 4).Select(shared.AddAsync).ToList();
        _gate.SetResult();
        foreach (var one in all)
            await Assert.ThrowsAsync<DatabaseLockedException>(() => one);
        Assert.Single(_commits);

        _fault = null;
        await shared.AddAsync(9);
        Assert.Equal([9], _commits.Last());
    }

    private async Task CommitAsync(IReadOnlyList<int> items)
    {
        await _gate.Task;
        _commits.Enqueue([.. items]);
        if (_fault is not null)
            throw _fault;
        if (items.Contains(Poison))
            throw new NotSupportedException("It cannot be committed.");
    }
}
