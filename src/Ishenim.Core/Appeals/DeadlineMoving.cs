using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>
/// Moves the deadlines of open letters after the calendar or a rule changed. Answered ones keep theirs. Of a restricted
/// letter only a reader can open the deadline: theirs moves when a reader next lists or opens it (docs/adr/0014).
/// </summary>
internal static class DeadlineMoving
{
    private static readonly string[] _changes =
        [JournalVerb.CalendarDaySet, JournalVerb.CalendarDayRemoved, JournalVerb.CalendarImported, JournalVerb.RuleAdded];

    /// <summary>The letters of the register, under the school's lock. The line of the change itself is written by the caller, after these.</summary>
    /// <param name="db">The school's database, in a transaction.</param>
    /// <param name="school">With the calendar as it is from now on.</param>
    /// <param name="actor">Who changed it.</param>
    /// <param name="reason">As <see cref="FormerDeadline.Reason"/>.</param>
    /// <returns>How many moved, without those whose coming today nobody must time.</returns>
    public static async Task<int> MoveDeadlinesAsync(this IshenimDb db, School school, Actor actor, string reason)
    {
        await LockOpenAsync(db);
        var told = 0;
        foreach (var appeal in await RegisterQueries.Waiting(db.Set<Appeal>()).OrderBy(appeal => appeal.RegisterPlace).ToListAsync())
        {
            var (facts, due) = (appeal.Facts!, school.DueDay(appeal.Facts!));
            if (due == facts.DueOn)
                continue;
            appeal.Facts = facts with { DueOn = due };
            if (!MayBeTold(appeal, facts, actor))
                continue;
            told++;
            await db.JournalActAsync(actor.At, actor.Today, new Act(null, JournalVerb.DeadlineMoved, appeal.Id, Detail: new FormerDeadline(facts.DueOn, due, actor.Today, reason).ToDetail()));
        }
        return told;
    }

    /// <summary>The rows of open letters wait for this transaction, so that none is answered in between.</summary>
    private static Task<int> LockOpenAsync(IshenimDb db) => db.Database.ExecuteSqlAsync(
        $"""
         UPDATE "Appeals" SET "LastPart" = "LastPart"
         WHERE "School" = {db.School.Value} AND "Facts_State" IN ({(int)AppealState.Registered}, {(int)AppealState.UnderConsideration})
         """);

    /// <summary>
    /// A line with its time would say of a letter of today that it came before that time, and of one that has not appeared
    /// yet that it is there.
    /// </summary>
    private static bool MayBeTold(Appeal appeal, AppealFacts facts, Actor actor) => facts.ReceivedOn < actor.Today && appeal.AppearsAt <= actor.At;

    /// <summary>A restricted letter that is at hand: its old deadline is sealed with it, and the line of the journal says no day.</summary>
    public static async Task RenewDeadlineAsync(this HeldAppeal held, School school)
    {
        if (!held.Row.Restricted || !held.Facts.IsWaiting() || school.DueDay(held.Facts) is var due && due == held.Facts.DueOn)
            return;
        var (before, told) = (held.Facts, MayBeTold(held.Row, held.Facts, held.Actor));
        var former = new FormerDeadline(before.DueOn, due, held.Actor.Today, await held.Db.LastChangeAsync());
        held.Seal(held.Sealed with { Restricted = before with { DueOn = due }, FormerDeadlines = told ? [.. held.Sealed.FormerDeadlines, former] : held.Sealed.FormerDeadlines });
        if (told)
            await held.Db.JournalActAsync(held.Actor.At, held.Actor.Today, new Act(null, JournalVerb.DeadlineMoved, held.Row.Id));
    }

    /// <summary>The restricted letters that this person holds, their deadlines by the calendar of now.</summary>
    public static async Task<List<RegisterRow>> RenewedAsync(this DatabaseGate database, IshenimDb db, Actor actor)
    {
        var rows = await db.RestrictedAsync(actor);
        if (!rows.Exists(row => row.Facts!.IsWaiting()))
            return rows;
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var stale = rows.FindAll(row => row.Facts!.IsWaiting() && school.DueDay(row.Facts!) != row.Facts!.DueOn);
        if (stale.Count == 0)
            return rows;
        foreach (var row in stale)
            // A broken letter keeps the deadline that it shows.
            await Unbroken.OrAsync(false, () => new AppealDesk(database).WithAsync(actor, row.Id, held => held.RenewDeadlineAsync(school)));
        return await db.RestrictedAsync(actor);
    }

    private static async Task<string> LastChangeAsync(this IshenimDb db)
    {
        var last = await db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Acts && _changes.Contains(line.Verb))
            .OrderByDescending(line => line.Number).FirstOrDefaultAsync();
        return last is null ? "" : $"{last.Verb} {last.Detail}";
    }
}
