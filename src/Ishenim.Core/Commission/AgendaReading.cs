using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>A letter as a member has it on the agenda.</summary>
/// <param name="Item">The item.</param>
/// <param name="Meeting">When it is.</param>
/// <param name="Number">The letter's, also of a restricted one.</param>
/// <param name="Ask">What is asked; null: it cannot be opened any more.</param>
/// <param name="Texts">What the writer wrote, with its files; empty where there is a copy instead.</param>
/// <param name="Redacted">The copy; null where the letter itself is read.</param>
public sealed record AgendaLetter(AgendaItem Item, Meeting Meeting, string Number, OpenAsk? Ask, IReadOnlyList<OpenPart> Texts, OpenRecord<string>? Redacted);

/// <summary>A letter that waits on a member's agenda.</summary>
public sealed record AgendaRow(Guid Item, MeetingId Meeting, DateOnly Day, string Number);

/// <summary>A letter's place on an agenda, for its readers.</summary>
/// <param name="Item">The item.</param>
/// <param name="Meeting">The meeting, over or not.</param>
/// <param name="Ask">What was asked; null: it cannot be opened.</param>
/// <param name="Having">Members who have it by that now.</param>
public sealed record LetterAgenda(AgendaItem Item, Meeting Meeting, OpenAsk? Ask, IReadOnlyList<PersonId> Having);

/// <summary>What members see of letters: those of their agenda, and nothing else.</summary>
public sealed class AgendaReading(AppealDesk desk, DatabaseGate database)
{
    /// <summary>The letter's item. It is a reading as any other.</summary>
    /// <returns>Null: no such letter on this person's agenda.</returns>
    public async Task<AgendaLetter?> ReadAsync(Actor actor, Guid item)
    {
        AgendaLetter? letter = null;
        if (await AppealAsync(actor, item) is not { } id)
            return null;
        await desk.WithHolderAsync(actor, id, async held =>
        {
            if (!await held.Db.OpenOnAgenda([item]).AnyAsync(one => one.Recipient == actor.Person.Value))
                return;
            letter = await OpenAsync(held, item);
            await held.JournalAsync(JournalVerb.LetterRead);
        });
        return letter;
    }

    /// <summary>Which letter an item is about; null: none, or no such item for this person.</summary>
    public async Task<AppealId?> AppealAsync(Actor actor, Guid item)
    {
        await using var db = database.Open(actor.School);
        return await db.AgendaFor(actor).Where(one => one.Id == item).Select(one => one.Appeal).SingleOrDefaultAsync();
    }

    /// <summary>What this person has on agendas, the next meeting first.</summary>
    public async Task<IReadOnlyList<AgendaRow>> MineAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var me = actor.Person.Value;
        var rows = await (
            from one in db.Set<Assignment>().AsNoTracking()
            where one.Recipient == me && one.State == AssignmentState.Open && one.AgendaItem != null
            join item in db.Set<AgendaItem>() on one.AgendaItem equals item.Id
            join meeting in db.Set<Meeting>() on item.Meeting equals meeting.Id
            orderby meeting.HeldOn ?? meeting.PlannedOn, item.Place
            select new { Item = item.Id, Meeting = meeting.Id, Day = meeting.HeldOn ?? meeting.PlannedOn, one.Appeal }).ToListAsync();
        var mine = new List<AgendaRow>();
        foreach (var row in rows)
            await desk.WithHolderAsync(actor, row.Appeal, held =>
            {
                mine.Add(new AgendaRow(row.Item, row.Meeting, row.Day, held.Facts.Number));
                return Task.CompletedTask;
            });
        return mine;
    }

    /// <summary>On which agendas a letter stands or stood, the newest first; empty where there is no such letter for this reader.</summary>
    public async Task<IReadOnlyList<LetterAgenda>> OfAsync(Actor actor, AppealId id)
    {
        var agendas = new List<LetterAgenda>();
        await desk.WithAsync(actor, id, async held =>
        {
            foreach (var (item, meeting) in await held.Db.AgendasAsync(id))
                agendas.Add(new LetterAgenda(item, meeting, await held.AskAsync(item), await held.Db.OpenOnAgenda([item.Id]).OrderBy(one => one.Place).Select(one => new PersonId(one.Recipient)).ToListAsync()));
        });
        return agendas;
    }

    private static async Task<AgendaLetter> OpenAsync(HeldAppeal held, Guid id)
    {
        var (db, row, keys) = (held.Db, held.Row, held.Keys);
        var item = await db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == id);
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(one => one.Id == item.Meeting);
        var parts = await db.Set<Part>().AsNoTracking().Where(part => part.Appeal == row.Id && part.Kind == PartKind.Text && part.Class == KeyClass.Letter && part.AppearsAt <= held.Actor.At)
            .OrderBy(part => part.Sequence).ToListAsync();
        var files = await db.Set<Attachment>().AsNoTracking().Where(file => file.Appeal == row.Id && file.Class == KeyClass.Letter).OrderBy(file => file.Place).ToListAsync();
        var texts = parts.Where(part => keys.Has(part.Class, part.Epoch)).Select(part => new OpenPart(
            part.Sequence, part.Kind, part.Side, part.Author, part.Day, keys.OpenText(part), IsNew: false,
            [.. files.Where(file => file.Message == part.Sequence && keys.Has(file.Class, file.Epoch)).Select(file => new OpenFile(file.Id, keys.OpenFacts(file)))])).ToList();
        return new AgendaLetter(item, meeting, held.Facts.Number, await held.AskAsync(item), texts, texts.Count > 0 ? null : await held.RedactedCopyAsync());
    }
}

internal static class LetterAgendas
{
    /// <summary>The letter's items with their meetings, the newest first; of meetings that took place or may yet.</summary>
    public static async Task<IReadOnlyList<(AgendaItem Item, Meeting Meeting)>> AgendasAsync(this IshenimDb db, AppealId appeal)
    {
        var rows = await (
            from item in db.Set<AgendaItem>().AsNoTracking()
            join meeting in db.Set<Meeting>().AsNoTracking() on item.Meeting equals meeting.Id
            where item.Appeal == appeal && meeting.State != MeetingState.Cancelled
            orderby meeting.HeldOn ?? meeting.PlannedOn descending, item.Place descending
            select new { item, meeting }).ToListAsync();
        return rows.ConvertAll(one => (one.item, one.meeting));
    }
}
