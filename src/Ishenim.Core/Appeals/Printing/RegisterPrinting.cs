using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Printing;

/// <summary>
/// The register of letters for paper (X1). Paper lies about: a restricted letter stands on it by its number alone, and only
/// if it has one of the common series, also for those who read it.
/// </summary>
public sealed class RegisterPrinting(DatabaseGate database)
{
    /// <summary>The lines that this person sees of the register. Each print is a line of the journal before anything is opened.</summary>
    public async Task<PrintedRegister> PrintAsync(Actor actor, RegisterPrint print)
    {
        var fingerprint = await JournalAsync(actor, print);
        await using var db = database.Open(actor.School);
        var appeals = Asked(db, actor, print);
        var rows = await appeals.OrderBy(appeal => appeal.RegisterPlace).AsNoTracking().Select(appeal => new PlacedRow
        {
            Id = appeal.Id, Destroyed = appeal.Epoch == 0, Place = appeal.RegisterPlace!.Value, Restricted = appeal.Restricted, Facts = appeal.Facts, Readable = false, Unread = false,
        }).ToListAsync();
        var summaries = print.Content ? await SummariesAsync(db, actor, print.OnlyEnded ? RegisterQueries.Ended(appeals) : appeals) : [];
        return new PrintedRegister(rows.ConvertAll(row => new RegisterLine(row.ToRow(), summaries.GetValueOrDefault(row.Id))), fingerprint);
    }

    private static IQueryable<Appeal> Asked(IshenimDb db, Actor actor, RegisterPrint print)
    {
        var appeals = db.Set<Appeal>().Where(appeal => appeal.RegisterPlace != null && appeal.AppearsAt <= actor.At);
        if (print.Year is { } year)
        {
            var (first, next) = (RegisterNumber.Common(year, 1).RegisterPlace, RegisterNumber.Common(year + 1, 1).RegisterPlace);
            appeals = appeals.Where(appeal => appeal.RegisterPlace >= first && appeal.RegisterPlace < next);
        }
        appeals = db.Filter(appeals, actor, print.Filter);
        return actor.SeesRegister() ? appeals : db.OnlyHeld(appeals, actor);
    }

    private static async Task<Dictionary<AppealId, LetterSummary>> SummariesAsync(IshenimDb db, Actor actor, IQueryable<Appeal> appeals)
    {
        var letters = new SealedLetters(db, actor, part => part.Kind == PartKind.Measure || part.Kind == PartKind.Step
            || (part.Kind == PartKind.Text && part.Class == KeyClass.Letter));
        var summaries = new Dictionary<AppealId, LetterSummary>();
        await foreach (var batch in letters.CommonAsync(appeals))
            foreach (var (id, summary) in await batch.OpenAsync(actor, (letter, keys) => new Summarized(letter.Row.Id, Summary(letter, keys))))
                summaries.Add(id, summary);
        foreach (var letter in (await ForwardingsAsync(db, appeals)).Where(letter => summaries.ContainsKey(letter.Key)))
            summaries[letter.Key] = summaries[letter.Key] with { Forwarded = [.. letter.Concat(summaries[letter.Key].Forwarded).OrderBy(one => one.Day)] };
        return summaries;
    }

    /// <summary>To whom of the staff, by the day of the instruction; what it says stays sealed.</summary>
    private static async Task<ILookup<AppealId, ForwardedTo>> ForwardingsAsync(IshenimDb db, IQueryable<Appeal> appeals)
    {
        var found = await (
            from one in db.Set<Assignment>().AsNoTracking()
            join part in db.Set<Part>() on new { one.Appeal, Sequence = one.Instruction } equals new { part.Appeal, part.Sequence }
            where one.AgendaItem == null && appeals.Any(appeal => appeal.Id == one.Appeal)
            orderby one.Instruction, one.Place
            select new { one.Appeal, one.Recipient, part.Day }).ToListAsync();
        return found.ToLookup(one => one.Appeal, one => new ForwardedTo(one.Day, new PersonId(one.Recipient), null));
    }

    private static LetterSummary Summary(SealedLetter letter, AppealKeys keys)
    {
        var text = letter.Texts.FirstOrDefault(one => one.Part.Kind == PartKind.Text);
        var steps = letter.Texts.Where(one => one.Part.Kind == PartKind.Step).Select(one => (one.Part.Day, Step: keys.OpenRecord<Step>(one.Part))).ToList();
        var measures = letter.Texts.Where(one => one.Part.Kind == PartKind.Measure).Select(one => keys.OpenRecord<Measure>(one.Part));
        return new LetterSummary(text is null ? "" : keys.OpenText(text.Part), steps.LastOrDefault(one => one.Step.Kind == StepKind.Extended).Step?.Reason, [.. measures],
            [.. steps.Where(one => one.Step.Kind == StepKind.PassedOn).Select(one => new ForwardedTo(one.Day, null, one.Step.Body))]);
    }

    private async Task<Journal.Fingerprint> JournalAsync(Actor actor, RegisterPrint print)
    {
        await using var db = database.Open(actor.School);
        var detail = $"register:{(print.Year is { } year ? $"{year:D4}" : "all")}{(print.Filter == new RegisterFilter() ? "" : " selected")}{(print.Content ? " content" : "")}";
        return Journal.Fingerprint.Of(await database.InTransactionAsync(db, () =>
            db.JournalLineAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.RegisterPrinted, Detail: detail))));
    }

    private sealed record Summarized(AppealId Id, LetterSummary Summary);
}
