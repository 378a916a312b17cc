using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Why a letter needs somebody, the most pressing first.</summary>
public enum Need
{
    /// <summary>The answer did not help, as its writer said.</summary>
    NotHelped,

    /// <summary>Danger, and nobody has answered yet.</summary>
    Urgent,
    Overdue,
    DueSoon,

    /// <summary>A new letter, or something that the writer added.</summary>
    Unread,

    /// <summary>An answer that was begun and not sent.</summary>
    Draft,

    /// <summary>One reader only, and there could be two.</summary>
    FewReaders,
}

/// <summary>A letter that needs this person.</summary>
public sealed record AppealTask(Need Need, RegisterRow Row)
{
    /// <summary>Urgent, and nobody has said that they take it up (X3).</summary>
    public bool IsUntaken => Need == Need.Urgent && Row.Facts!.State == AppealState.Registered;
}

/// <summary>What waits for a person today.</summary>
public sealed record AppealsToday
{
    public required IReadOnlyList<AppealTask> Tasks { get; init; }

    /// <summary>Letters this person reads that are registered and not taken up.</summary>
    public required int Registered { get; init; }

    public required int UnderConsideration { get; init; }

    public required int Overdue { get; init; }
}

/// <summary>Finds what needs a person among the letters that they read.</summary>
public sealed class AppealToday(DatabaseGate database)
{
    private const int Most = 200;

    public async Task<AppealsToday> ForAsync(Actor actor, School school)
    {
        await using var db = database.Open(actor.School);
        var common = db.OnlyHeld(db.Set<Appeal>().AsNoTracking().Where(appeal => appeal.RegisterPlace != null && appeal.AppearsAt <= actor.At), actor);
        var restricted = await database.RenewedAsync(db, actor);
        var waiting = await WaitingAsync(db, actor, common);
        waiting.AddRange(restricted.Where(row => row.Facts!.IsWaiting() || row.Unread));
        var soon = school.SoonUntil(actor.Today);
        var tasks = waiting.Select(row => (Row: row, Need: NeedOf(row, actor.Today, soon))).Where(one => one.Need is not null)
            .Select(one => new AppealTask(one.Need!.Value, one.Row)).ToList();
        foreach (var row in await NotHelpedAsync(db, actor, common, restricted))
        {
            tasks.RemoveAll(task => task.Row.Id == row.Id);
            tasks.Add(new AppealTask(Need.NotHelped, row));
        }
        foreach (var row in (await DraftedAsync(db, actor, common, restricted)).Where(row => tasks.TrueForAll(task => task.Row.Id != row.Id)))
            tasks.Add(new AppealTask(Need.Draft, row));
        foreach (var row in await LonelyAsync(db, actor, waiting))
            tasks.Add(new AppealTask(Need.FewReaders, row));
        return new AppealsToday
        {
            Tasks = tasks.OrderByDescending(task => task.IsUntaken).ThenBy(task => task.Need).ThenBy(task => task.Row.Facts!.DueOn).ToList(),
            Registered = await common.CountAsync(appeal => appeal.Facts!.State == AppealState.Registered)
                + restricted.Count(row => row.Facts!.State == AppealState.Registered),
            UnderConsideration = await common.CountAsync(appeal => appeal.Facts!.State == AppealState.UnderConsideration)
                + restricted.Count(row => row.Facts!.State == AppealState.UnderConsideration),
            Overdue = await RegisterQueries.Waiting(common).CountAsync(appeal => appeal.Facts!.DueOn < actor.Today)
                + restricted.Count(row => row.Facts!.IsOverdue(actor.Today)),
        };
    }

    private static Need? NeedOf(RegisterRow row, DateOnly today, DateOnly soon)
    {
        var facts = row.Facts!;
        return facts.IsWaiting() && facts.Urgent ? Need.Urgent
            : facts.IsOverdue(today) ? Need.Overdue
            : facts.IsWaiting() && facts.DueOn <= soon ? Need.DueSoon
            : row.Unread ? Need.Unread
            : null;
    }

    /// <summary>Not answered, or with something unread, though it be closed; the urgent first, then the oldest deadline.</summary>
    private static async Task<List<RegisterRow>> WaitingAsync(IshenimDb db, Actor actor, IQueryable<Appeal> common)
    {
        var answered = db.OnlyUnread(common.Where(appeal => appeal.Facts!.State == AppealState.Answered || appeal.WrittenAfterClosing != null), actor);
        var rows = await ListAsync(db, RegisterQueries.Waiting(common), actor);
        rows.AddRange(await ListAsync(db, answered, actor));
        return rows;
    }

    private static async Task<List<RegisterRow>> ListAsync(IshenimDb db, IQueryable<Appeal> appeals, Actor actor)
    {
        var first = appeals.OrderByDescending(appeal => appeal.Facts!.Urgent).ThenBy(appeal => appeal.Facts!.DueOn).Take(Most);
        var rows = await db.Rows(first, actor.Person, actor.At).ToListAsync();
        return rows.ConvertAll(row => row.ToRow());
    }

    /// <summary>Letters with an answer that this person began and did not send.</summary>
    private static async Task<List<RegisterRow>> DraftedAsync(IshenimDb db, Actor actor, IQueryable<Appeal> common, List<RegisterRow> restricted)
    {
        var drafts = await db.Set<Part>().AsNoTracking()
            .Where(part => part.Author == actor.Person && part.Kind == PartKind.Draft).Select(part => part.Appeal).Take(Most).ToListAsync();
        var rows = await ListAsync(db, common.Where(appeal => drafts.Contains(appeal.Id) && appeal.Facts!.State != AppealState.Closed && appeal.Facts.State != AppealState.Cancelled), actor);
        rows.AddRange(restricted.Where(row => drafts.Contains(row.Id)));
        return rows;
    }

    /// <summary>Letters whose writer said that the answer did not help, until somebody considers them again.</summary>
    private static async Task<List<RegisterRow>> NotHelpedAsync(IshenimDb db, Actor actor, IQueryable<Appeal> common, List<RegisterRow> restricted)
    {
        var said = await db.NotHelped(actor.At).Distinct().ToListAsync();
        if (said.Count == 0)
            return [];
        var rows = await ListAsync(db, common.Where(appeal => said.Contains(appeal.Id) && (appeal.Facts!.State == AppealState.Answered || appeal.Facts.State == AppealState.Closed)), actor);
        rows.AddRange(restricted.Where(row => said.Contains(row.Id) && row.Facts!.IsAnswered()));
        return rows;
    }

    /// <summary>Letters that this person alone reads though the rule names somebody else who could.</summary>
    private static async Task<List<RegisterRow>> LonelyAsync(IshenimDb db, Actor actor, List<RegisterRow> waiting)
    {
        var (me, ids, grants) = (actor.Person.Value, waiting.ConvertAll(row => row.Id), db.ReaderGrants());
        var found = await (
            from appeal in db.Set<Appeal>().AsNoTracking()
            where ids.Contains(appeal.Id)
                && !grants.Any(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Desk && grant.Epoch == appeal.Epoch && grant.Recipient != me)
            from grant in db.Set<Grant>().AsNoTracking()
            where grant.Appeal == appeal.Id && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me
            select new { appeal, grant }).ToListAsync();
        var lonely = new List<RegisterRow>();
        var roster = found.Count > 0 ? await db.RosterAsync() : [];
        foreach (var one in found)
        {
            var readers = await db.ReadersOfAsync(one.appeal);
            if (readers.Count == 1 && FactsOf(one.appeal, one.grant, actor) is { } facts && ReaderRule.CouldRead(roster, facts, readers).Count > 0)
                lonely.Add(waiting.Find(row => row.Id == one.appeal.Id)!);
        }
        return lonely;
    }

    private static SealedFacts? FactsOf(Appeal appeal, Grant grant, Actor actor) => Unbroken.Or(null, () =>
    {
        using var keys = AppealKeys.From([grant], actor.Keys);
        return keys.OpenFacts(appeal);
    });
}
