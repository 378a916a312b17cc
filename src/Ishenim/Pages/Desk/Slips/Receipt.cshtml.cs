using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Schools;
using Ishenim.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Slips;

/// <summary>The slip with its code for whoever brought a letter, printed from the page that shows the code.</summary>
internal sealed class ReceiptModel(DeskView desk, PaperGiving giving, PublicAddress address) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(desk.Address("/desk/paper"));

    public async Task<IActionResult> OnPostAsync(string ending, string? code, string? number, DateOnly? due)
    {
        if (!ModelState.IsValid || !ReceiptCode.TryParse(code, out var read))
            return BadRequest();
        var language = PaperLanguages.Of(desk.School.Language);
        return await giving.GiveAsync(HttpContext, ReceiptSlipForm.Of(new ReceiptSlipPaper
        {
            Language = language, School = desk.School.Name.OnPaper(language), Code = read.Digits, AnswerAddress = address.Of(HttpContext, "/answer"),
            RegisterNumber = string.IsNullOrEmpty(number) ? null : OneLine.Of(number), RegisteredOn = desk.Actor.Today, DueOn = due,
        }), "kod", ending);
    }
}
