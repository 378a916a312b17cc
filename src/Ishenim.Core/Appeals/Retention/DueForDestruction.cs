using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>A letter whose term of keeping is over: its line of the register, and on what the term rests.</summary>
/// <param name="Id">Which.</param>
/// <param name="Facts">Its official side, which stays.</param>
/// <param name="Years">The term.</param>
/// <param name="Ground">Empty: what the school began with.</param>
public sealed record DueLetter(AppealId Id, AppealFacts Facts, int Years, string Ground);

/// <summary>
/// Which letters may be destroyed, in one place: ended, of the common register, not held, not destroyed yet, and past the
/// term since they ended or since the writer last wrote.
/// </summary>
internal static class DueForDestruction
{
    /// <summary>Those due today, the longest kept first.</summary>
    public static async Task<List<DueLetter>> DueAsync(this IshenimDb db, School school, DateOnly today, int most)
    {
        var rules = school.Rules();
        var found = await Ended(db, rules.Latest(today)).OrderBy(appeal => appeal.Facts!.ClosedOn).ThenBy(appeal => appeal.RegisterPlace)
            .Select(appeal => new Candidate(appeal.Id, appeal.Facts!, appeal.WrittenAfterClosing)).ToListAsync();
        return [.. found.Select(one => one.IfDue(school, today)).OfType<DueLetter>().Take(most)];
    }

    /// <summary>The same of a list whose rows are locked: what was reopened, held or written to since is not among them.</summary>
    public static async Task<List<DueLetter>> StillDueAsync(this IshenimDb db, School school, Guid destruction, DateOnly today)
    {
        var found = await Ended(db, today).Where(appeal => db.Set<DestructionItem>().Any(item => item.Destruction == destruction && item.Appeal == appeal.Id))
            .OrderBy(appeal => appeal.RegisterPlace).Select(appeal => new Candidate(appeal.Id, appeal.Facts!, appeal.WrittenAfterClosing)).ToListAsync();
        return [.. found.Select(one => one.IfDue(school, today)).OfType<DueLetter>()];
    }

    private static IQueryable<Appeal> Ended(IshenimDb db, DateOnly latest) => db.Set<Appeal>().AsNoTracking().Where(appeal => !appeal.Restricted && appeal.Epoch > 0
        && (appeal.Facts!.State == AppealState.Closed || appeal.Facts.State == AppealState.Cancelled) && appeal.Facts.ClosedOn <= latest
        && !db.Set<Hold>().Any(hold => hold.Appeal == appeal.Id && hold.LiftedOn == null));

    private sealed record Candidate(AppealId Id, AppealFacts Facts, DateOnly? Written)
    {
        public DueLetter? IfDue(School school, DateOnly today)
        {
            var (rules, closed) = (school.Rules(), Facts.ClosedOn!.Value);
            var last = Written > closed ? Written.Value : closed;
            return rules.IsTermOver(last, today) ? new DueLetter(Id, Facts, rules.Years(last, today), rules.GroundOf(last, today)) : null;
        }
    }
}
