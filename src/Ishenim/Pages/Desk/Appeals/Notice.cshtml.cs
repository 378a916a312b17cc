using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>The sheet for the notice board: number, days and answer, and nothing of the letter.</summary>
public sealed class NoticeModel(NoticeBoard board, DeskView desk, PaperGiving giving) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string ending)
    {
        if (await board.FindAsync(desk.Actor, new AppealId(id)) is not { } answer)
            return NotFound();
        var language = PaperLanguages.Of(desk.School.Language);
        return await giving.GiveAsync(HttpContext, NoticeBoardForm.Of(new NoticeBoardPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), RegisterNumber = answer.Number,
            RegisteredOn = answer.RegisteredOn, Answer = answer.Text, AnsweredOn = answer.AnsweredOn,
        }), "notice-" + answer.Number, ending);
    }
}
