using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Attachments;
using Ishenim.Pages.Public.Forms;
using Ishenim.Protection;

namespace Ishenim.Pages.Public;

/// <summary>Sweeps once an hour: files that no letter came for are gone within two, and so are codes that were shown.</summary>
internal sealed class StagedSweeping(IAttachmentStore store, Once<Receipt> receipts, Once<Registered> registered, DailyFaults faults)
    : Sweeping(TimeSpan.FromHours(1), faults)
{
    private readonly StagedSweep _sweep = new(store);

    protected override Task SweepAsync(CancellationToken cancellation)
    {
        receipts.Forget();
        registered.Forget();
        return _sweep.SweepAsync();
    }
}
