using Ishenim.Core.Commission;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Protection;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>Looks every hour whether a half-year ends soon with too few meetings. Each warning is claimed by a row, so any number of nodes may look.</summary>
internal sealed class HalfYearWarning(HalfYears halfYears, DatabaseGate database, TimeProvider time, DailyFaults faults)
    : Sweeping(TimeSpan.FromHours(1), faults)
{
    /// <summary>Not in the night: notices go out from this hour of the school's day on.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    protected override async Task SweepAsync(CancellationToken cancellation) =>
        await EachAsync(await database.OpenSchoolsAsync(cancellation), WarnAsync);

    private async Task WarnAsync(School school)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (school.Clock(time).DayAndTimeOf(now).Time >= Morning)
            await halfYears.WarnAsync(school, now);
    }
}
