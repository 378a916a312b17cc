using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Protection;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>Looks every hour whether a school has to be reminded of its box. Each day is claimed by a row, so any number of nodes may look.</summary>
internal sealed class OpeningReminding(OpeningSchedule schedule, DatabaseGate database, TimeProvider time, DailyFaults faults)
    : Sweeping(TimeSpan.FromHours(1), faults)
{
    /// <summary>Not in the night: notices go out from this hour of the school's day on.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    protected override async Task SweepAsync(CancellationToken cancellation) =>
        await EachAsync(await database.OpenSchoolsAsync(cancellation), RemindAsync);

    private async Task RemindAsync(School school)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (school.Clock(time).DayAndTimeOf(now).Time >= Morning)
            await schedule.RemindAsync(school, now);
    }
}
