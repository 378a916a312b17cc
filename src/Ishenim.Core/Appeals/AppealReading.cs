using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>Opens letters for their readers. Each reading is a line of the journal, committed before the text is shown.</summary>
public sealed class AppealReading(AppealDesk desk)
{
    /// <returns>Null: no such letter for this person.</returns>
    public Task<OpenLetter?> ReadAsync(Actor actor, AppealId id) => OpenAsync(actor, id, JournalVerb.LetterRead);

    /// <summary>The same for paper.</summary>
    public Task<OpenLetter?> PrintAsync(Actor actor, AppealId id) => OpenAsync(actor, id, JournalVerb.LetterPrinted);

    /// <summary>For a folder that is put away: nobody has read it by that.</summary>
    public Task<OpenLetter?> ArchiveAsync(Actor actor, AppealId id) => OpenAsync(actor, id, JournalVerb.LetterPrinted, marksRead: false);

    /// <summary>For one to whom it was forwarded; null: no such letter for this executor.</summary>
    public async Task<OpenLetter?> ReadGivenAsync(Actor actor, AppealId id)
    {
        OpenLetter? letter = null;
        await desk.WithHolderAsync(actor, id, async held =>
        {
            if (!await held.Db.IsForwardedAsync(id, actor.Person))
                return;
            letter = await OpenAsync(held);
            await held.JournalAsync(JournalVerb.LetterRead);
        });
        return letter;
    }

    private async Task<OpenLetter?> OpenAsync(Actor actor, AppealId id, string verb, bool marksRead = true)
    {
        OpenLetter? letter = null;
        await desk.WithAsync(actor, id, async held =>
        {
            if (held.Row.Restricted)
                await held.RenewDeadlineAsync(await held.Db.Set<School>().AsNoTracking().SingleAsync());
            await held.ResumeAsync();
            letter = await OpenAsync(held, marksRead);
            await held.JournalAsync(verb);
        });
        return letter;
    }

    private static async Task<OpenLetter> OpenAsync(HeldAppeal held, bool marksRead = true)
    {
        var (db, row) = (held.Db, held.Row);
        var all = await db.Set<Part>().AsNoTracking().Where(part => part.Appeal == row.Id).OrderBy(part => part.Sequence).ToListAsync();
        var parts = all.Where(part => part.AppearsAt <= held.Actor.At && held.Keys.Has(part.Class, part.Epoch)).ToList();
        var readUpTo = marksRead ? await MarkReadAsync(held, all) : int.MaxValue;
        var (readers, withoutDesk) = (await db.ReadersOfAsync(row), await db.WithoutDeskAsync(row));
        return new OpenLetter
        {
            Id = row.Id, Version = row.Version, Restricted = row.Restricted, Facts = held.Facts,
            About = held.Sealed.About, Language = held.Sealed.Language, Readers = [.. readers, .. withoutDesk], WithoutDesk = withoutDesk,
            NotHelped = await db.WaitsToBeConsideredAgainAsync(row.Id, held.Facts, held.Actor.At),
            Parts = await PartsAsync(held, parts, readUpTo), Draft = DraftOf(held, parts),
            IdentityHeld = parts.Any(part => part.Kind == PartKind.Identity), Reasons = ReasonsOf(held, parts),
            FormerDeadlines = held.Sealed.FormerDeadlines, Measures = held.OpenRecords<Measure>(parts, PartKind.Measure),
            Steps = held.OpenRecords<Step>(parts, PartKind.Step).FindAll(step => step.Value.Reason.Length > 0 || step.Value.Kind is StepKind.Asked or StepKind.Resumed), PausedUntil = held.PauseIn(parts)?.Until,
            Closings = held.OpenRecords<ClosingRecord>(parts, PartKind.Closing),
            Assignments = await held.AssignmentsAsync(parts), Joined = await held.JoinedAsync(), PassedOn = held.PassedOn(parts), Redacted = held.RedactedCopy(parts),
            Widenings = held.OpenRecords<WidenedAbout>(parts, PartKind.Widening),
            HasCode = await db.Set<WriterKey>().AnyAsync(key => key.Appeal == row.Id),
            KeepsOriginal = held.Keys.Held.Any(one => one.Class == KeyClass.Original),
            CouldRead = readers.Count > 1 ? [] : ReaderRule.CouldRead(await db.RosterAsync(), held.Sealed, readers).Select(person => person.Id).ToList(),
        };
    }

    private static async Task<IReadOnlyList<OpenPart>> PartsAsync(HeldAppeal held, List<Part> parts, int readUpTo)
    {
        var files = await held.Db.Set<Attachment>().AsNoTracking().Where(file => file.Appeal == held.Row.Id)
            .OrderBy(file => file.Place).ToListAsync();
        var shown = parts.Where(part => part.Kind is PartKind.Text or PartKind.Note or PartKind.NotHelped);
        return shown.Select(part => new OpenPart(
            part.Sequence, part.Kind, part.Side, part.Author, part.Day, held.Keys.OpenText(part),
            part.Side == AuthorSide.Writer && part.Sequence > readUpTo,
            files.Where(file => file.Message == part.Sequence && held.Keys.Has(file.Class, file.Epoch))
                .Select(file => new OpenFile(file.Id, held.Keys.OpenFacts(file))).ToList())).ToList();
    }

    private static OpenDraft? DraftOf(HeldAppeal held, List<Part> parts) =>
        parts.Find(part => part.Kind == PartKind.Draft && part.Author == held.Actor.Person) is { } draft
            ? new OpenDraft(held.Keys.OpenText(draft), draft.Version)
            : null;

    private static Dictionary<string, string> ReasonsOf(HeldAppeal held, List<Part> parts) =>
        parts.Where(part => part.Kind == PartKind.Reason).Select(part => Reason.Parse(held.Keys.OpenText(part)))
            .ToDictionary(reason => reason.Commitment, reason => reason.Text);

    /// <summary>Moves the mark up to the first part that has not appeared yet, and says where it stood before.</summary>
    private static async Task<int> MarkReadAsync(HeldAppeal held, List<Part> all)
    {
        var (db, row, person) = (held.Db, held.Row, held.Actor.Person);
        var hidden = all.Where(part => part.AppearsAt > held.Actor.At).Select(part => part.Sequence);
        var upTo = hidden.Append(all.Max(part => part.Sequence) + 1).Min() - 1;
        var mark = await db.Set<ReadMark>().SingleOrDefaultAsync(mark => mark.Appeal == row.Id && mark.Person == person);
        var before = mark?.Sequence ?? 0;
        if (mark is null)
            db.Add(new ReadMark { School = row.School, Appeal = row.Id, Person = person, Sequence = upTo });
        else
            mark.Sequence = Math.Max(before, upTo);
        return before;
    }
}
