using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>What is to be answered on which day, of the letters that a person reads.</summary>
public sealed class DueLetters(DatabaseGate database)
{
    /// <summary>Letters that wait for an answer, by the day on which it is due.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> CountsAsync(Actor actor, DateOnly from, DateOnly to)
    {
        await using var db = database.Open(actor.School);
        var common = await Held(db, actor).Where(appeal => appeal.Facts!.DueOn >= from && appeal.Facts.DueOn <= to)
            .GroupBy(appeal => appeal.Facts!.DueOn).Select(group => new { Day = group.Key, Count = group.Count() }).ToListAsync();
        var counts = common.ToDictionary(one => one.Day, one => one.Count);
        foreach (var row in (await database.RenewedAsync(db, actor)).Where(row => row.Facts!.IsWaiting() && row.Facts!.DueOn >= from && row.Facts.DueOn <= to))
            counts[row.Facts!.DueOn] = counts.GetValueOrDefault(row.Facts.DueOn) + 1;
        return counts;
    }

    /// <summary>For paper: what is due up to a day, overdue ones too, the oldest deadline first. Each print is a line of the journal.</summary>
    public async Task<IReadOnlyList<RegisterRow>> PrintAsync(Actor actor, DateOnly to)
    {
        await using var db = database.Open(actor.School);
        var rows = await db.Rows(Held(db, actor).Where(appeal => appeal.Facts!.DueOn <= to), actor.Person, actor.At).ToListAsync();
        var restricted = (await database.RenewedAsync(db, actor)).Where(row => row.Facts!.IsWaiting() && row.Facts!.DueOn <= to);
        await database.InTransactionAsync(db, () => db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.DuePrinted)));
        return [.. rows.Select(row => row.ToRow()).Concat(restricted).OrderBy(row => row.Facts!.DueOn).ThenBy(row => row.Number, StringComparer.Ordinal)];
    }

    private static IQueryable<Appeal> Held(IshenimDb db, Actor actor) => db.OnlyHeld(
        RegisterQueries.Waiting(db.Set<Appeal>().AsNoTracking().Where(appeal => appeal.RegisterPlace != null && appeal.AppearsAt <= actor.At)), actor);
}
