using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>
/// Tells the next in the order of succession, hour by hour, of every urgent letter that nobody took up (X3). Nothing of
/// it is journaled: a line with its time would tell when the letter came.
/// </summary>
public sealed class Escalation(DatabaseGate database)
{
    /// <summary>Makes the round of this hour, once whatever the number of nodes.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> RoundAsync(SchoolId school, DateTime at)
    {
        var hour = new DateTime(at.Year, at.Month, at.Day, at.Hour, 0, 0, DateTimeKind.Utc);
        await using var db = database.Open(school);
        if (await db.Set<EscalationRound>().AnyAsync(round => round.Hour >= hour && round.Hour <= hour.AddHours(1)))
            return 0;
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            return await ClaimAsync(db, hour) ? await TellAsync(db) : 0;
        });
    }

    private static async Task<bool> ClaimAsync(IshenimDb db, DateTime hour)
    {
        var round = await db.Set<EscalationRound>().SingleOrDefaultAsync();
        // A round of a far hour was made while the clock was wrong; it must not silence all that come.
        if (round is not null && round.Hour >= hour && round.Hour <= hour.AddHours(1))
            return false;
        if (round is null)
            db.Add(new EscalationRound { School = db.School, Hour = hour });
        else
            round.Hour = hour;
        return true;
    }

    private static async Task<int> TellAsync(IshenimDb db)
    {
        var waits = await db.Set<UrgentWait>().AsNoTracking()
            .Join(db.Set<Appeal>(), wait => wait.Appeal, appeal => appeal.Id, (wait, appeal) => new { Wait = wait, Appeal = appeal }).ToListAsync();
        var roster = waits.Count > 0 ? await db.RosterAsync() : [];
        var told = 0;
        foreach (var one in waits)
            told += await TellNextAsync(db, one.Wait, one.Appeal, roster) ? 1 : 0;
        return told;
    }

    private static async Task<bool> TellNextAsync(IshenimDb db, UrgentWait wait, Appeal appeal, IReadOnlyList<RosterLine> roster)
    {
        if (!wait.RoundPassed)
        {
            await Waiting(db, wait).ExecuteUpdateAsync(row => row.SetProperty(one => one.RoundPassed, true));
            return false;
        }
        var holders = await HoldersAsync(db, appeal);
        var left = wait.People().Select(id => roster.FirstOrDefault(person => person.Id == id))
            .SkipWhile(person => person is null || !MayBeTold(person, appeal, holders)).ToList();
        // The row first: who takes the letter up at this moment waits for it, or has deleted it.
        if (!await KeepAsync(db, wait, left.Skip(1)) || left.Count == 0)
            return false;
        var (next, notice) = (left[0]!, holders.Contains(left[0]!.Id.Value) ? Notice.UrgentWaits : Notice.UrgentNotTakenUp);
        db.AddNotice(next.Email!, next.Language, notice, appeal.AppearsAt);
        return true;
    }

    /// <summary>
    /// Who read it now; and of a letter that stands in the register those who see that. Whoever stepped back or was named
    /// since has no grant any more, and the letter is restricted if they saw the register.
    /// </summary>
    private static bool MayBeTold(RosterLine person, Appeal appeal, HashSet<Guid> holders) =>
        person.Email is not null && (holders.Contains(person.Id.Value) || (!appeal.Restricted && person.IsRegistrar()));

    private static async Task<HashSet<Guid>> HoldersAsync(IshenimDb db, Appeal appeal) => await db.ReaderGrants()
        .Where(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Letter && grant.Epoch == appeal.Epoch).Select(grant => grant.Recipient).ToHashSetAsync();

    /// <summary>What is left to tell; the row goes with the last of them. False: somebody took the letter up.</summary>
    private static async Task<bool> KeepAsync(IshenimDb db, UrgentWait wait, IEnumerable<RosterLine?> left)
    {
        var rest = UrgentWait.Join(left.OfType<RosterLine>().Select(person => person.Id));
        return (rest.Length > 0 ? await Waiting(db, wait).ExecuteUpdateAsync(row => row.SetProperty(one => one.Left, rest)) : await Waiting(db, wait).ExecuteDeleteAsync()) > 0;
    }

    private static IQueryable<UrgentWait> Waiting(IshenimDb db, UrgentWait wait) => db.Set<UrgentWait>().Where(one => one.Appeal == wait.Appeal);
}
