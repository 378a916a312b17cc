using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.PassingOn;

/// <summary>The covering letter of a letter that was passed on: who, where and which number, and nothing of the letter.</summary>
public sealed class CoveringModel(LetterPassingOn passing, DeskView desk, PaperGiving giving) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int sequence, string ending)
    {
        if (await passing.PrintAsync(desk.Actor, new AppealId(id), sequence) is not { } paper)
            return NotFound();
        var names = await desk.NamesAsync();
        var (sent, language) = (paper.Sent.Value, PaperLanguages.Of(paper.Sent.Value.Language));
        return await giving.GiveAsync(HttpContext, CoveringLetterForm.Of(new CoveringLetterPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), Town = desk.School.Town, Outgoing = sent.Outgoing, Date = paper.Sent.Day,
            Body = sent.Body, Head = sent.Head, Number = paper.Facts.Number, RegisteredOn = paper.Facts.RegisteredOn, Anonymous = sent.Anonymous,
            WithContacts = sent.WithContacts, Sheets = sent.Sheets, ChairSigns = sent.ChairSigns,
            Signer = sent.Signer is { } signer ? desk.NameIn(names, signer) : "", PreparedBy = desk.NameIn(names, paper.Sent.Author),
        }), "covering-" + paper.Facts.Number, ending);
    }
}
