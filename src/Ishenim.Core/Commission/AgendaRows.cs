using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Letters on agendas, and who has them by that. What is ended here locks letters: lock the school before.</summary>
internal static class AgendaRows
{
    /// <summary>The letter became restricted: where the protocol is not signed yet, its items stand on no common agenda any more, and bear no number.</summary>
    public static async Task HideOnAgendasAsync(this IshenimDb db, AppealId appeal)
    {
        // Nobody signs a protocol meanwhile.
        foreach (var meeting in await db.Set<AgendaItem>().Where(item => item.Appeal == appeal && !item.Restricted).Select(item => item.Meeting).Distinct().ToListAsync())
            await db.LockMeetingAsync(meeting);
        var open = db.Set<Meeting>().Where(meeting => meeting.State != MeetingState.Signed).Select(meeting => meeting.Id);
        await db.Set<AgendaItem>().Where(item => item.Appeal == appeal && !item.Restricted && open.Contains(item.Meeting)).ExecuteUpdateAsync(row => row
            .SetProperty(item => item.Restricted, true).SetProperty(item => item.Number, (string?)null).SetProperty(item => item.Version, item => item.Version + 1));
    }

    /// <summary>The items of letters of a meeting.</summary>
    public static IQueryable<AgendaItem> LettersOf(this IshenimDb db, MeetingId meeting) => db.Set<AgendaItem>().Where(item => item.Meeting == meeting && item.Appeal != null);

    /// <summary>Who has letters by these items now.</summary>
    public static IQueryable<Assignment> OpenOnAgenda(this IshenimDb db, IEnumerable<Guid> items) =>
        db.Set<Assignment>().Where(one => one.State == AssignmentState.Open && one.AgendaItem != null && items.Contains(one.AgendaItem!.Value));

    /// <summary>
    /// These have it no more. Where the actor holds the letter, a new epoch begins; else only the grants go, and the next who
    /// revokes begins one (docs/adr/0028).
    /// </summary>
    public static async Task EndOnAgendaAsync(this IshenimDb db, Actor? actor, IReadOnlyCollection<Assignment> ending, AssignmentState state)
    {
        foreach (var letter in ending.GroupBy(one => one.Appeal).OrderBy(one => one.Key.Value))
        {
            // Nobody begins an epoch beneath, whose keys would go to those who lose the letter.
            await db.TakePlacesAsync(letter.Key, 0);
            using var held = actor is null ? null : await HeldAppeal.TakeUnbrokenAsync(db, actor, letter.Key);
            foreach (var one in letter)
                one.State = state;
            await db.SaveChangesAsync();
            List<PersonId> people = [.. letter.Select(one => one.Person).Distinct()];
            if (held is null)
                await db.TakeGrantsAsync(letter.Key, people);
            else
                await held.TakeBackAsync(people);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>They are members no more, and have nothing on an agenda.</summary>
    public static async Task EndOnAgendaAsync(this IshenimDb db, IReadOnlyCollection<PersonId> former)
    {
        var ids = former.Select(person => person.Value).ToList();
        var open = await db.Set<Assignment>().Where(one => ids.Contains(one.Recipient) && one.State == AssignmentState.Open && one.AgendaItem != null).ToListAsync();
        await db.EndOnAgendaAsync(actor: null, open, AssignmentState.Ended);
    }

    /// <summary>What was asked of the commission; null where this holder cannot open it.</summary>
    public static async Task<OpenAsk?> AskAsync(this HeldAppeal held, AgendaItem item)
    {
        var (id, ask) = (held.Row.Id, item.Ask);
        var part = await held.Db.Set<Part>().AsNoTracking().SingleOrDefaultAsync(one => one.Appeal == id && one.Sequence == ask && one.Kind == Sealing.PartKind.Agenda);
        return part is not null && held.Keys.Has(part.Class, part.Epoch)
            ? new OpenAsk(part.Day, part.Author, Appeals.Consideration.RecordRows.OpenRecord<AgendaAsk>(held.Keys, part))
            : null;
    }
}

/// <summary>What is asked of the commission, when, and by whom.</summary>
public sealed record OpenAsk(DateOnly Day, PersonId? Author, AgendaAsk Value);
