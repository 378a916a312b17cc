using Ishenim.Core.Attachments;
using Ishenim.Protection;

namespace Ishenim.Pages.Public;

/// <summary>Sweeps once an hour: files that no letter came for are gone within two.</summary>
internal sealed class StagedSweeping(IAttachmentStore store, DailyFaults faults) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweep = new StagedSweep(store);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.SweepAsync();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // A full or broken disk now; the next sweep may find it well.
                faults.Count(fault);
            }
            await Task.Delay(Pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
