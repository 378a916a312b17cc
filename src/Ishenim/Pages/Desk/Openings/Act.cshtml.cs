using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The act of an opening, as it was frozen.</summary>
public sealed class ActModel(OpeningPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, string ending) => papers.ActAsync(HttpContext, id, ending);
}
