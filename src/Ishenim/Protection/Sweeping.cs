using Ishenim.Core.Storage;

namespace Ishenim.Protection;

/// <summary>Takes away, now and then, what is not needed any more. It may be done twice, or by several nodes at once.</summary>
internal abstract class Sweeping(TimeSpan pause, DailyFaults faults) : BackgroundService
{
    /// <summary>The first seconds belong to whoever waits for a page.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected abstract Task SweepAsync(CancellationToken cancellation);

    /// <summary>Where one of several fails, the others are not kept waiting.</summary>
    protected async Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> sweepAsync)
    {
        foreach (var one in all)
            try
            {
                await sweepAsync(one);
            }
            catch (Exception fault) when (StorageFaults.IsPassing(fault))
            {
                faults.Count(fault);
            }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await PauseAsync(Rest, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (StorageFaults.IsPassing(fault))
            {
                // A full or broken disk now; the next sweep may find it well.
                faults.Count(fault);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await PauseAsync(pause, stoppingToken);
        }
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stoppingToken) =>
        await Task.Delay(pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
