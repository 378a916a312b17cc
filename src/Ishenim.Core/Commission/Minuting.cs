using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>The minutes of a letter's item, for who may write them.</summary>
/// <param name="Item">The item, with its version.</param>
/// <param name="Words">As they stand; null: nothing was written.</param>
/// <param name="Recused">Who took part in the meeting and leaves for this item, by name.</param>
public sealed record MinutesForm(AgendaItem Item, ItemMinutes? Words, IReadOnlyList<string> Recused);

/// <summary>Writes what was said of a letter: sealed with the letter, so that it is destroyed with it. Who was recused is written there, too.</summary>
public sealed class Minuting(AppealDesk desk, DatabaseGate database)
{
    /// <returns>Null: no such item, not theirs to write, or they do not hold the letter.</returns>
    public async Task<MinutesForm?> FormAsync(Actor actor, Guid id)
    {
        MinutesForm? form = null;
        if (await AppealAsync(actor, id) is not { } appeal)
            return null;
        await desk.WithHolderAsync(actor, appeal, async held =>
        {
            var item = await held.Db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == id);
            var meeting = await held.Db.Set<Meeting>().AsNoTracking().Include(one => one.Attendances).SingleAsync(one => one.Id == item.Meeting);
            if (Refusal(meeting, held) is null)
                form = new MinutesForm(item, (await held.Db.MinutesAsync(actor, [item])).GetValueOrDefault(id), await RecusedAsync(held, meeting));
        });
        return form;
    }

    /// <summary>Replaces what was written before. Who is recused is found out, not typed; what was resolved is kept of a restricted letter alone.</summary>
    /// <returns>False: no such item of a letter for this person.</returns>
    /// <exception cref="OnlyChairOrSecretaryWrites">Somebody else.</exception>
    /// <exception cref="MinutesStand">The meeting has not begun, or both signed its protocol.</exception>
    /// <exception cref="CommissionKeyNotHeld">They read the letter, but not what the commission says of it.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else wrote meanwhile.</exception>
    public async Task<bool> WriteAsync(Actor actor, Guid id, ItemMinutes words, int version) => await AppealAsync(actor, id) is { } appeal
        && await desk.WithHolderAsync(actor, appeal, async held =>
        {
            var item = await held.Db.Set<AgendaItem>().SingleAsync(one => one.Id == id);
            await held.Db.LockMeetingAsync(item.Meeting);
            var meeting = await held.Db.Set<Meeting>().Include(one => one.Attendances).SingleAsync(one => one.Id == item.Meeting);
            if (Refusal(meeting, held) is { } refusal)
                throw refusal;
            if (item.Version != version)
                throw new ChangedMeanwhile();
            var minutes = words with { Recused = string.Join('\n', await RecusedAsync(held, meeting)), Resolved = item.Restricted ? words.Resolved : "" };
            await held.Db.Set<Part>().Where(part => part.Appeal == appeal && part.Kind == PartKind.Minutes && part.Sequence == item.Minutes).ExecuteDeleteAsync();
            var written = await held.AddAsync(KeyClass.Commission, PartKind.Minutes, JsonSerializer.Serialize(minutes));
            (item.Minutes, item.Version) = (written.Sequence, item.Version + 1);
            // Those who agreed to the draft agreed to other words.
            foreach (var one in meeting.Attendances)
                one.AgreedOn = null;
            await held.JournalAsync(JournalVerb.MinutesWritten, detail: $"meeting:{meeting.Id.Value:N}");
        }, lockSchool: true);

    private static Refusals.Refusal? Refusal(Meeting meeting, HeldAppeal held) =>
        held.Actor.Person != meeting.Chair && held.Actor.Person != meeting.Secretary ? new OnlyChairOrSecretaryWrites()
        : meeting.State is not (MeetingState.Held or MeetingState.Ended) ? new MinutesStand()
        : !held.Keys.Has(KeyClass.Commission, held.Row.Epoch) ? new CommissionKeyNotHeld()
        : null;

    /// <summary>Who came and from whom the letter is kept, also since it was put on the agenda.</summary>
    private static async Task<IReadOnlyList<string>> RecusedAsync(HeldAppeal held, Meeting meeting)
    {
        var came = meeting.Attendances.Where(one => one.TookPart).Select(one => one.Person).ToList();
        var kept = (await held.Db.RosterAsync()).Where(person => came.Contains(person.Id) && ReaderRule.KeptFrom(person, held.Sealed)).Select(person => person.Id).ToList();
        return await held.Db.Set<Person>().Where(person => kept.Contains(person.Id)).OrderBy(person => person.Name).Select(person => person.Name).ToListAsync();
    }

    private async Task<AppealId?> AppealAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        return await db.AgendaFor(actor).Where(one => one.Id == id).Select(one => one.Appeal).SingleOrDefaultAsync();
    }
}
