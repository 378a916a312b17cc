using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class StretchQueueTests
{
    [Fact]
    public async Task RunAsync_MoreThanFit_TurnsTheRestAwayAndGoesOnAfterwards()
    {
        using var queue = new StretchQueue(jobs: 1, waiting: 1);
        using var gate = new ManualResetEventSlim();
        var first = queue.RunAsync(() => { gate.Wait(); return 1; });
        var second = queue.RunAsync(() => 2);

        await Assert.ThrowsAsync<StretchQueueFull>(() => queue.RunAsync(() => 3));

        gate.Set();
        var done = await Task.WhenAll(first, second);
        Assert.Equal([1, 2], done);
        Assert.Equal(4, await queue.RunAsync(() => 4));
    }

    [Fact]
    public async Task RunAsync_JobFails_FreesItsPlace()
    {
        using var queue = new StretchQueue(jobs: 1, waiting: 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<int>(() => throw new InvalidOperationException()));

        Assert.Equal(1, await queue.RunAsync(() => 1));
    }
}
