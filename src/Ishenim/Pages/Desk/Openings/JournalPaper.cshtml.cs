using Ishenim.Core.Calendar;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The journal of openings of a school year, or blank pages of it for those who keep it by hand.</summary>
public sealed class JournalPaperModel(OpeningPapers papers, DeskView desk) : PageModel
{
    /// <param name="ending">pdf, docx, xlsx or html.</param>
    /// <param name="year">The calendar year in which the school year begins; null: the present one.</param>
    /// <param name="blank">Blank pages.</param>
    public async Task<IActionResult> OnGetAsync(string ending, int? year, bool blank)
    {
        if (year is < 2000 or > 2075)
            return NotFound();
        var of = year is { } given ? SchoolYear.BeginningIn(given) : SchoolYear.From(desk.Actor.Today);
        return blank ? await papers.BlankJournalAsync(HttpContext, of, ending) : await papers.JournalAsync(HttpContext, of, ending);
    }
}
