using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

public sealed partial class Meetings
{
    /// <summary>Puts a matter on the agenda, also while the meeting goes on. Letters are put there by their readers.</summary>
    /// <exception cref="ItemNotPossible">An election of an office that is held, or that stands there already; a letter.</exception>
    public Task AddItemAsync(Actor actor, MeetingId id, NewAgendaItem input) => database.LeadAsync(actor, id, async led =>
    {
        if (led.Meeting.State is not (MeetingState.Planned or MeetingState.Held))
            throw new MeetingNotPlanned();
        var items = await led.Db.AgendaAsync(id);
        if (items.Exists(item => item.Id == input.Id))
            return;
        var isOther = input.Kind == AgendaKind.Other && input.Title.Length > 0;
        var isDeputy = input.Kind == AgendaKind.ElectDeputy && led.Commission.Deputy is null && items.TrueForAll(item => item.Kind != AgendaKind.ElectDeputy);
        if (!isOther && !isDeputy)
            throw new ItemNotPossible();
        var added = Agenda.Item(led.Meeting, input.Id, input.Kind, input.Kind == AgendaKind.Other ? input.Title : "", items.Count + 1);
        led.Db.Add(added);
        Agenda.Number([.. items.Append(added).OrderBy(Agenda.RankOf).ThenBy(item => item.Place)]);
        await led.JournalAsync(JournalVerb.AgendaChanged);
    });

    /// <summary>Takes a matter off. An election that has to be stays, and letters are taken off by themselves.</summary>
    /// <exception cref="ItemNotPossible">It stands there by itself, or is a letter.</exception>
    /// <exception cref="ItemWasTakenUp">Something was said or decided of it.</exception>
    public Task DropItemAsync(Actor actor, MeetingId id, Guid itemId) => database.LeadAsync(actor, id, async led =>
    {
        var items = await led.Db.AgendaAsync(id);
        if (items.Find(item => item.Id == itemId) is not { } dropped)
            return;
        if (dropped.Kind is not (AgendaKind.Other or AgendaKind.ElectDeputy))
            throw new ItemNotPossible();
        if (dropped.Heard.Length + dropped.Spoke.Length > 0)
            throw new ItemWasTakenUp();
        await RequireUndecidedAsync(led, dropped);
        led.Db.Remove(dropped);
        Agenda.Number([.. items.Where(item => item != dropped)]);
        await led.JournalAsync(JournalVerb.AgendaChanged);
    });

    /// <summary>One place up, as far as its kind may stand.</summary>
    public Task RaiseItemAsync(Actor actor, MeetingId id, Guid itemId) => database.LeadAsync(actor, id, async led =>
    {
        var items = await led.Db.AgendaAsync(id);
        var at = items.FindIndex(item => item.Id == itemId);
        if (at < 1 || led.Meeting.State is not (MeetingState.Planned or MeetingState.Held) || Agenda.RankOf(items[at - 1]) != Agenda.RankOf(items[at]))
            return;
        (items[at - 1], items[at]) = (items[at], items[at - 1]);
        Agenda.Number(items);
        await led.Db.SaveChangesAsync();
    });

    /// <summary>Moves a matter or a letter that was not voted and decided to another planned meeting; who has the letter keeps it.</summary>
    /// <exception cref="ItemWasTakenUp">Something was voted or decided of it.</exception>
    /// <exception cref="MeetingNotPlanned">The other is not planned, or of another commission.</exception>
    public Task MoveItemAsync(Actor actor, MeetingId id, Guid itemId, MeetingId to) => database.LeadAsync(actor, id, async led =>
    {
        var items = await led.Db.AgendaAsync(id);
        if (items.Find(item => item.Id == itemId) is not { } moved || to == id)
            return;
        if (moved.Kind is not (AgendaKind.Other or AgendaKind.Letter) || led.Meeting.State is not (MeetingState.Planned or MeetingState.Held))
            throw new ItemNotPossible();
        await RequireUndecidedAsync(led, moved);
        var commission = led.Commission.Id;
        if (!await led.Db.Set<Meeting>().AnyAsync(one => one.Id == to && one.State == MeetingState.Planned && one.Convocation == commission))
            throw new MeetingNotPlanned();
        (moved.Meeting, moved.Place) = (to, (await led.Db.AgendaAsync(to)).Count + 1);
        Agenda.Number([.. items.Where(item => item != moved)]);
        if (moved.Kind == AgendaKind.Letter)
            await AgendaAccess.MoveAsync(led.Db, actor, moved, moved);
        await led.JournalAsync(JournalVerb.AgendaChanged, $" to:{to.Value:N}");
    });

    /// <summary>What was only talked about goes on at the other meeting.</summary>
    private static async Task RequireUndecidedAsync(Led led, AgendaItem item)
    {
        var id = item.Id;
        if (item.Closed || item.Ballots.Count > 0 || await led.Db.Set<Decision>().AnyAsync(one => one.Item == id))
            throw new ItemWasTakenUp();
    }
}
