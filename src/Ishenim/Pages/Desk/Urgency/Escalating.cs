using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Protection;

namespace Ishenim.Pages.Desk.Urgency;

/// <summary>
/// Makes each hour's round, also at night: danger does not wait for the morning. It looks more often than that, so that no
/// hour is passed over; each is claimed by a row, so any number of nodes may look.
/// </summary>
internal sealed class Escalating(Escalation escalation, DatabaseGate database, TimeProvider time, DailyFaults faults)
    : Sweeping(TimeSpan.FromMinutes(10), faults)
{
    protected override async Task SweepAsync(CancellationToken cancellation) =>
        await EachAsync(await database.OpenSchoolsAsync(cancellation), school => escalation.RoundAsync(school.Id, time.GetUtcNow().UtcDateTime));
}
