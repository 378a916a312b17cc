using Ishenim.Core.Slips;
using Ishenim.Documents;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Slips;

/// <summary>
/// Makes coded letter sheets and shows them for printing as they are made; they can be seen this once. Neither codes nor
/// the printed page are kept.
/// </summary>
internal sealed class PrintModel(SlipMaking slips, DeskView desk, PaperGiving giving, PublicAddress address) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(desk.Address("/desk/slips"));

    public async Task<IActionResult> OnPostAsync(int count, string? language, int perPage)
    {
        if (!ModelState.IsValid || count is < 1 or > SlipMaking.Most || perPage is not (1 or 2))
            return BadRequest();
        if (!SlipMaking.May(desk.Actor))
            throw new OnlyKeepersPrintSlips();
        var paper = Paper(language == "ru" ? PaperLanguage.Russian : PaperLanguage.Kyrgyz, perPage);
        await giving.StreamAsync(HttpContext, SlipSheetsForm.Of(paper), SlipSheetsForm.SheetsAsync(paper, SheetsAsync(count)));
        return new EmptyResult();
    }

    private SlipSheetsPaper Paper(PaperLanguage language, int perPage) => new()
    {
        Language = language, School = desk.School.Name.OnPaper(language), AnswerAddress = address.Of(HttpContext, "/answer"), PerPage = perPage,
    };

    private async IAsyncEnumerable<SlipSheet> SheetsAsync(int count)
    {
        await foreach (var slip in slips.MakeAsync(desk.Actor, desk.School, count, HttpContext.RequestAborted))
            yield return new SlipSheet(slip.Number.ToString(), SlipMark.Of(desk.School.Slug, slip.Number), slip.Code.Digits);
    }
}
