using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;

namespace Ishenim.Pages.Public;

/// <summary>Sweeps once an hour: files that no letter came for are gone within two, and so are codes shown to a writer.</summary>
internal sealed class StagedSweeping(IAttachmentStore store, Once<Receipt> receipts, DailyFaults faults) : Sweeping(TimeSpan.FromHours(1), faults)
{
    private readonly StagedSweep _sweep = new(store);

    protected override Task SweepAsync(CancellationToken cancellation)
    {
        receipts.Forget();
        return _sweep.SweepAsync();
    }
}
