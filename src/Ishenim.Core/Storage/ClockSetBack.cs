using Ishenim.Core.Appeals;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>
/// While the machine's clock ran ahead, letters, messages and notices came that would be shown when it is that late, and sessions
/// began that would not end before. Once it is set back, they are of now.
/// </summary>
public sealed class ClockSetBack(DatabaseGate database, TimeProvider time)
{
    /// <summary>Nothing waits longer by the school's own choice: the last of the fixed hours is tomorrow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <returns>How many rows were of a time to come.</returns>
    public async Task<int> BringBackAsync(CancellationToken cancellation)
    {
        var rows = 0;
        foreach (var school in await database.SchoolsAsync(cancellation))
            rows += await BringBackAsync(school, cancellation);
        return rows;
    }

    private async Task<int> BringBackAsync(School school, CancellationToken cancellation)
    {
        var clock = school.Clock(time);
        var (now, today, ahead) = (clock.UtcNow, clock.DayStartUtc(clock.Today), clock.UtcNow + Longest);
        await using var db = database.Open(school.Id);
        var letters = db.Set<Appeal>().Where(letter => letter.AppearsAt > ahead);
        var parts = db.Set<Part>().Where(part => part.AppearsAt > ahead);
        var mails = db.Set<OutboxMail>().Where(mail => mail.NotBefore > ahead);
        var sessions = db.Set<StaffSession>().Where(session => session.SeenAt > ahead || session.StartedAt > ahead);
        if (!await letters.AnyAsync(cancellation) && !await parts.AnyAsync(cancellation) && !await mails.AnyAsync(cancellation) && !await sessions.AnyAsync(cancellation))
            return 0;
        var rows = 0;
        await database.InTransactionAsync(db, async () =>
        {
            rows = await letters.ExecuteUpdateAsync(row => row.SetProperty(letter => letter.AppearsAt, today), cancellation)
                + await parts.ExecuteUpdateAsync(row => row.SetProperty(part => part.AppearsAt, today), cancellation)
                + await mails.ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NotBefore, today), cancellation)
                + await sessions.ExecuteUpdateAsync(row => row.SetProperty(session => session.SeenAt, now).SetProperty(session => session.StartedAt, now), cancellation);
        });
        return rows;
    }
}
