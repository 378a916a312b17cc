using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Attachments;
using Ishenim.Core.Storage;
using Ishenim.Protection;

namespace Ishenim.Pages.Public;

/// <summary>
/// Sweeps once a day: files whose letter was not accepted in the end, codes of letters closed a year ago, what a destruction left
/// that was cut short, what stand-ins read, times to come of a clock that was set back, and the order in which things came.
/// </summary>
internal sealed class DailySweeping(IAttachmentStore store, DatabaseGate database, TimeProvider time, DailyFaults faults)
    : Sweeping(TimeSpan.FromDays(1), faults)
{
    private readonly KeptSweep _kept = new(database, store);
    private readonly EndedCodes _codes = new(database, time);
    private readonly EndedAbsences _absences = new(database, time);
    private readonly DestructionSweep _destroyed = new(database, store);
    private readonly ClockSetBack _clock = new(database, time);
    private readonly OrderSweep _order = new(database, store, time);

    protected override async Task SweepAsync(CancellationToken cancellation)
    {
        await _destroyed.SweepAsync(cancellation);
        await _kept.SweepAsync(cancellation);
        await _codes.RemoveAsync(cancellation);
        await _absences.EndAsync(cancellation);
        await _clock.BringBackAsync(cancellation);
        await _order.SweepAsync(cancellation);
    }
}
