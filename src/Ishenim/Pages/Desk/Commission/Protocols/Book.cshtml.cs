using Ishenim.Core.Calendar;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The protocols of a school year as one book.</summary>
public sealed class BookModel(ProtocolPapers papers, DeskView desk) : PageModel
{
    /// <param name="ending">pdf, docx or html.</param>
    /// <param name="year">The calendar year in which the school year begins; null: the present one.</param>
    public async Task<IActionResult> OnGetAsync(string ending, int? year) => year is < 2000 or > 2075
        ? NotFound()
        : await papers.BookAsync(HttpContext, year is { } given ? SchoolYear.BeginningIn(given) : SchoolYear.From(desk.Actor.Today), ending);
}
