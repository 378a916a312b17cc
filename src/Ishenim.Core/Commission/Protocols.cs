using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Whether a person sees what was said of a letter.</summary>
public enum MinutesView
{
    /// <summary>Nothing was written.</summary>
    None = 0,
    Open = 1,

    /// <summary>Sealed with the letter, which this person does not hold or which was destroyed.</summary>
    Sealed = 2,

    /// <summary>Other minutes lie there than those that were signed.</summary>
    Contradicts = 3,
}

/// <summary>The minutes of a letter, as one person may read them.</summary>
public sealed record ReadMinutes(MinutesView View, ItemMinutes? Words);

/// <summary>A protocol as one person may read it.</summary>
public sealed record ReadProtocol
{
    public required MeetingId Meeting { get; init; }

    public required SchoolYear Year { get; init; }

    public required FrozenProtocol Form { get; init; }

    /// <summary>Of the line that froze it; null: a draft.</summary>
    public required Fingerprint? Fingerprint { get; init; }

    /// <summary>What a signer signs of a draft; empty once it is frozen.</summary>
    public required string Draft { get; init; }

    /// <summary>By the item's id; of letters only.</summary>
    public required IReadOnlyDictionary<Guid, ReadMinutes> Minutes { get; init; }
}

/// <summary>One item by itself, with the head of its protocol.</summary>
public sealed record ReadItem(ReadProtocol Protocol, FrozenAgendaItem Item, ReadMinutes? Minutes);

/// <summary>Reads protocols. What is opened of letters is told in the journal before it is shown.</summary>
public sealed class Protocols(DatabaseGate database)
{
    /// <summary>A draft or the frozen protocol. Null: no such meeting, or it was not begun.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="printed">It goes on paper.</param>
    public async Task<ReadProtocol?> ReadAsync(Actor actor, MeetingId id, bool printed)
    {
        await using var db = database.Open(actor.School);
        if (await MeetingAsync(db, id) is not { } meeting)
            return null;
        var read = await OpenAsync(db, actor, meeting);
        await JournalAsync(db, actor, meeting, read.Minutes, printed);
        return read;
    }

    /// <summary>All frozen protocols of a school year, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<ReadProtocol>> BookAsync(Actor actor, SchoolYear year)
    {
        await using var db = database.Open(actor.School);
        var meetings = await db.Set<Meeting>().AsNoTracking().Include(one => one.Attendances)
            .Where(one => one.State == MeetingState.Signed && one.HeldOn >= year.FirstDay && one.HeldOn <= year.LastDay).OrderBy(one => one.Number).ToListAsync();
        var book = new List<ReadProtocol>();
        foreach (var meeting in meetings)
        {
            var read = await OpenAsync(db, actor, meeting);
            await JournalAsync(db, actor, meeting, read.Minutes, printed: true);
            book.Add(read);
        }
        return book;
    }

    /// <summary>One item for paper. Null: no such item for this person, or its meeting was not begun.</summary>
    public async Task<ReadItem?> ExtractAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        if (await db.AgendaFor(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id) is not { } item || await MeetingAsync(db, item.Meeting) is not { } meeting)
            return null;
        var read = await OpenAsync(db, actor, meeting);
        // A restricted letter's item is in no common protocol: it is written from its rows, which nobody changes once that is signed.
        var one = item.Restricted ? await db.ProtocolItemAsync(item) : read.Form.Items.SingleOrDefault(frozen => frozen.Id == id);
        if (one is null)
            return null;
        var minutes = await db.ReadMinutesAsync(actor, [item], [one]);
        await JournalAsync(db, actor, meeting, minutes, printed: true);
        return new ReadItem(read, one, minutes.GetValueOrDefault(id));
    }

    private static Task<Meeting?> MeetingAsync(IshenimDb db, MeetingId id) => db.Set<Meeting>().AsNoTracking().Include(one => one.Attendances)
        .SingleOrDefaultAsync(one => one.Id == id && one.HeldOn != null && one.State != MeetingState.Cancelled);

    private static async Task<ReadProtocol> OpenAsync(IshenimDb db, Actor actor, Meeting meeting)
    {
        var frozen = await db.Set<FrozenForm>().AsNoTracking().SingleOrDefaultAsync(form => form.Of == meeting.Id.Value && form.Kind == FormKind.Protocol);
        var form = frozen?.Read<FrozenProtocol>() ?? await db.ProtocolAsync(meeting);
        var items = await db.AgendaFor(actor).AsNoTracking().Where(item => item.Meeting == meeting.Id && item.Appeal != null && !item.Restricted).ToListAsync();
        return new ReadProtocol
        {
            Meeting = meeting.Id, Year = meeting.Year, Form = form, Fingerprint = frozen is null ? null : await db.FingerprintAsync(frozen),
            Draft = frozen is null ? ProtocolWriting.HashOf(form) : "", Minutes = await db.ReadMinutesAsync(actor, items, form.Items),
        };
    }

    private async Task JournalAsync(IshenimDb db, Actor actor, Meeting meeting, IReadOnlyDictionary<Guid, ReadMinutes> minutes, bool printed)
    {
        var opened = minutes.Where(one => one.Value.Words is not null).Select(one => one.Key).ToList();
        if (opened.Count == 0)
            return;
        var letters = await db.Set<AgendaItem>().AsNoTracking().Where(item => opened.Contains(item.Id)).OrderBy(item => item.Place).Select(item => item.Appeal).ToListAsync();
        await using var own = database.Open(actor.School);
        await database.InTransactionAsync(own, async () =>
        {
            foreach (var letter in letters)
                await own.JournalActAsync(actor.At, actor.Today, new Act(
                    actor.Person, printed ? JournalVerb.MinutesPrinted : JournalVerb.MinutesRead, letter, Detail: $"meeting:{meeting.Id.Value:N}"));
        });
    }
}

internal static class ReadingMinutes
{
    /// <summary>The minutes of letters for one person, each held against what was frozen of it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ReadMinutes>> ReadMinutesAsync(
        this IshenimDb db, Actor actor, IReadOnlyCollection<AgendaItem> rows, IEnumerable<FrozenAgendaItem> items)
    {
        var words = await db.MinutesAsync(actor, rows);
        var read = new Dictionary<Guid, ReadMinutes>();
        foreach (var item in items.Where(item => item.Kind == AgendaKind.Letter))
        {
            var row = rows.SingleOrDefault(one => one.Id == item.Id);
            var part = row is null ? null : await db.MinutesPartAsync(row);
            read.Add(item.Id, Read(item.Minutes, part is not null && item.Minutes is { } frozen && !frozen.Binds(part), words.GetValueOrDefault(item.Id)));
        }
        return read;
    }

    private static ReadMinutes Read(FrozenMinutes? frozen, bool contradicts, ItemMinutes? words) =>
        frozen is null ? new ReadMinutes(MinutesView.None, null)
        : contradicts ? new ReadMinutes(MinutesView.Contradicts, null)
        : words is null ? new ReadMinutes(MinutesView.Sealed, null)
        : new ReadMinutes(MinutesView.Open, words);
}
