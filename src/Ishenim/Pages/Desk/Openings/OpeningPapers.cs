using Ishenim.Core.Boxes;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The papers of the box: acts, the journal of openings, hand-overs of keys; each from what was frozen. Scoped.</summary>
public sealed class OpeningPapers(DeskView desk, IshenimDb db, DatabaseGate database, PaperGiving giving, WordBook words)
{
    /// <summary>What two sheets of A4 on their side hold.</summary>
    private const int BlankRows = 22;

    public async Task<IActionResult> ActAsync(HttpContext context, Guid id, string ending)
    {
        if (await FormOfAsync(id, FormKind.Act) is not { } form)
            return new NotFoundResult();
        var act = form.Read<FrozenOpening>();
        var paper = new OpeningPaper(act, words.In(act.Language)).Act(await CorrectionsAsync([id]), (await db.FingerprintAsync(form)).ToString());
        return await giving.GiveAsync(context, ActForm.Of(paper), $"act-{form.Year.Begins}-{form.Number}", ending);
    }

    public async Task<IActionResult> HandOverAsync(HttpContext context, Guid custody, string ending)
    {
        if (await FormOfAsync(custody, FormKind.KeyHandOver) is not { } form)
            return new NotFoundResult();
        var paper = OpeningPaper.HandOver(form.Read<FrozenHandOver>(), (await db.FingerprintAsync(form)).ToString());
        return await giving.GiveAsync(context, KeyHandOverForm.Of(paper), $"key-{form.Year.Begins}-{form.Number}", ending);
    }

    /// <summary>Each print is a line of the journal, whose fingerprint stands at its foot.</summary>
    public async Task<IActionResult> JournalAsync(HttpContext context, SchoolYear year, string ending)
    {
        if (ending is not ("html" or "pdf" or "docx" or "xlsx"))
            return new NotFoundResult();
        var forms = await db.Set<FrozenForm>().AsNoTracking()
            .Where(form => form.Year == year && (form.Kind == FormKind.Act || form.Kind == FormKind.EmptyOpening)).ToListAsync();
        var corrections = await CorrectionsAsync([.. forms.Select(form => form.Of)]);
        var openings = forms.ConvertAll(form => (form.Of, Opening: form.Read<FrozenOpening>()));
        var line = await PrintedAsync(year);
        var paper = Blank(year, 0) with
        {
            Rows = [.. openings.OrderBy(one => one.Opening.Number).Select(one => new OpeningPaper(one.Opening, words.In(one.Opening.Language)).Row(corrections, one.Of))],
            Fingerprint = line.ToString(),
        };
        return await giving.GiveAsync(context, OpeningsJournalForm.Of(paper), $"openings-{year.Begins}", ending);
    }

    public Task<IActionResult> BlankJournalAsync(HttpContext context, SchoolYear year, string ending) =>
        giving.GiveAsync(context, OpeningsJournalForm.Of(Blank(year, BlankRows)), "openings-blank", ending);

    private OpeningsJournalPaper Blank(SchoolYear year, int rows)
    {
        var language = PaperLanguages.Of(desk.School.Language);
        return new OpeningsJournalPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language),
            SchoolYear = year.ToString(), Begun = null, Ended = null, Director = null, Rows = [], BlankRows = rows, Fingerprint = null,
        };
    }

    private Task<FrozenForm?> FormOfAsync(Guid of, FormKind kind) => db.Set<FrozenForm>().AsNoTracking().SingleOrDefaultAsync(form => form.Of == of && form.Kind == kind);

    private async Task<IReadOnlyList<(Guid Of, FrozenCorrection Correction)>> CorrectionsAsync(IReadOnlyCollection<Guid> openings)
    {
        var forms = await db.Set<FrozenForm>().AsNoTracking().Where(form => form.Kind == FormKind.Correction && openings.Contains(form.Of)).OrderBy(form => form.Line).ToListAsync();
        return forms.ConvertAll(form => (form.Of, form.Read<FrozenCorrection>()));
    }

    private async Task<Fingerprint> PrintedAsync(SchoolYear year)
    {
        await using var own = database.Open(desk.School.Id);
        return await database.InTransactionAsync(own, () => own.PrintedAsync(desk.Actor, year));
    }
}
