using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Attachments;
using Ishenim.Core.Storage;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;

namespace Ishenim.Pages.Public;

/// <summary>
/// Sweeps once an hour: files that no letter came for are gone within two, and so are codes that were shown. Then SQLite learns
/// the sizes of its tables, which a full box or a restored backup may have changed, and memory that a start or a busy hour took
/// goes back to the machine, which may be a small one.
/// </summary>
internal sealed class HourlySweeping(
    IAttachmentStore store, DatabaseGate database, Once<Receipt> receipts, Once<Registered> registered, DailyFaults faults)
    : Sweeping(TimeSpan.FromHours(1), faults)
{
    private readonly StagedSweep _sweep = new(store);

    protected override async Task SweepAsync(CancellationToken cancellation)
    {
        receipts.Forget();
        registered.Forget();
        // Before anything asks the database: room is needed most where the disk is full, and then it learns nothing.
        await _sweep.SweepAsync();
        await database.Upkeep.LearnSizesAsync();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
