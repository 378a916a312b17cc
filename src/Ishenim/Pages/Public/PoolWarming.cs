using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Pages.Public;

/// <summary>
/// Has the codes of every open school made ahead, before its first letter of the day. It asks through the model, which the start
/// itself does without (docs/adr/0029), so that it is built before that letter, too.
/// </summary>
internal sealed class PoolWarming(DatabaseGate database, ReceiptPool receipts) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(ReceiptPool.StartMilliseconds, stoppingToken);
            foreach (var school in await database.OpenSchoolsAsync(stoppingToken))
                receipts.Warm(school);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends before it was up for long.
        }
        catch (Exception fault) when (StorageFaults.IsPassing(fault))
        {
            // The page of writing warms the pool, too.
        }
    }
}
