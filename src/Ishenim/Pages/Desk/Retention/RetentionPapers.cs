using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Retention;

/// <summary>Acts of destruction, each from what was frozen. Scoped.</summary>
public sealed class RetentionPapers(IshenimDb db, PaperGiving giving)
{
    public async Task<IActionResult> ActAsync(HttpContext context, Guid id, string ending)
    {
        if (await db.Set<FrozenForm>().AsNoTracking().SingleOrDefaultAsync(form => form.Of == id && form.Kind == FormKind.Destruction) is not { } form)
            return new NotFoundResult();
        var paper = Paper(form.Read<FrozenDestruction>(), (await db.FingerprintAsync(form)).ToString());
        return await giving.GiveAsync(context, DestructionForm.Of(paper), $"destruction-{form.Year.Begins}-{form.Number}", ending);
    }

    /// <summary>Of which lists an act was frozen here; one that was destroyed again after a restore has its act on paper only.</summary>
    public async Task<IReadOnlySet<Guid>> WithActAsync() =>
        (await db.Set<FrozenForm>().AsNoTracking().Where(form => form.Kind == FormKind.Destruction).Select(form => form.Of).ToListAsync()).ToHashSet();

    private static DestructionPaper Paper(FrozenDestruction act, string fingerprint) => new()
    {
        Language = PaperLanguages.Of(act.Language), School = new PaperSchool(act.School, act.SchoolGenitive), Town = act.Town, Number = act.Number, Date = act.Day,
        FinalOn = act.FinalOn, Responsible = Approval(act.First), Chair = Approval(act.Second), Files = act.Files, Fingerprint = fingerprint,
        Rows = [.. act.Letters.Select(letter => new DestructionRow(letter.Number, letter.RegisteredOn, letter.ClosedOn, letter.Years, letter.Ground))],
    };

    private static DestructionApproval Approval(FrozenApproval approval) => new(new PaperPerson(approval.Name, approval.Post), approval.Day);
}
