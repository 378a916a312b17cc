using Ishenim.Core.Attachments;

namespace Ishenim.Pages.Public;

/// <summary>Forgets, a few times a day, sealed files whose letter was never sent: those staged before yesterday.</summary>
internal sealed class StagedSweeping(IAttachmentStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await store.SweepStagedAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1), stoppingToken);
            await Task.Delay(Pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
