using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>Destroys again, in one school of a restored backup, what was destroyed since the backup was made.</summary>
internal sealed class RestoredDestructions(IshenimDb db, School school, TimeProvider time)
{
    /// <returns>How many letters.</returns>
    public async Task<int> ReplayAsync(DestructionList list)
    {
        var letters = 0;
        foreach (var entry in list.Destructions.Where(one => one.School == school.Id.Value).OrderBy(one => one.Day).ThenBy(one => one.Number))
            letters += await ReplayAsync(entry);
        return letters;
    }

    private async Task<int> ReplayAsync(DestructionEntry entry)
    {
        var ids = entry.Letters.Select(line => new AppealId(line.Appeal)).ToList();
        var there = await db.Set<Appeal>().Where(appeal => ids.Contains(appeal.Id) && appeal.Epoch > 0).ToListAsync();
        if (there.Count == 0)
            return 0;
        foreach (var appeal in there)
            if (appeal.Facts is { } facts && entry.Letters.First(line => line.Appeal == appeal.Id.Value) is var end)
                appeal.Facts = facts with { State = end.State, AnsweredOn = end.AnsweredOn, ClosedOn = end.ClosedOn, Outcome = end.Outcome };
        var row = await RowAsync(entry, there);
        await db.SaveChangesAsync();
        row.FilesLeft = DestructionSweep.Name(await db.DestroyAsync(entry.Id));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await JournalAsync(entry, there);
        await db.SaveChangesAsync();
        return there.Count;
    }

    /// <summary>The backup may hold the list as it waited for its second approval, or not at all.</summary>
    private async Task<Destruction> RowAsync(DestructionEntry entry, List<Appeal> there)
    {
        var row = await db.Set<Destruction>().SingleOrDefaultAsync(one => one.Id == entry.Id);
        if (row is null)
            db.Add(row = new Destruction { School = db.School, Id = entry.Id, State = DestructionState.Done, PlannedOn = entry.PlannedOn });
        (row.State, row.EndedOn, row.Number, row.FinalOn, row.Version) = (DestructionState.Done, entry.Day, entry.Number, entry.FinalOn, row.Version + 1);
        var known = await db.Set<DestructionItem>().Where(item => item.Destruction == entry.Id).ToListAsync();
        db.RemoveRange(known.Where(item => !there.Exists(appeal => appeal.Id == item.Appeal)));
        db.AddRange(there.Where(appeal => !known.Exists(item => item.Appeal == appeal.Id))
            .Select(appeal => new DestructionItem { School = db.School, Destruction = entry.Id, Appeal = appeal.Id }));
        await GoOnAfterAsync($"destructions:{SchoolYear.From(entry.Day).Begins}", entry.Number);
        return row;
    }

    /// <summary>The act's number stands on paper.</summary>
    private async Task GoOnAfterAsync(string series, int number)
    {
        var counter = await db.Set<Counter>().SingleOrDefaultAsync(one => one.Series == series);
        if (counter is null)
            db.StartAfter(series, number);
        else
            counter.Last = Math.Max(counter.Last, number);
    }

    private async Task JournalAsync(DestructionEntry entry, List<Appeal> there)
    {
        var clock = school.Clock(time);
        foreach (var appeal in there)
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.LetterDestroyed, appeal.Id, Detail: $"act:{entry.Number} again"));
    }
}
