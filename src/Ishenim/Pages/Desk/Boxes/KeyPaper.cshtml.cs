using Ishenim.Pages.Desk.Openings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>A key's hand-over on paper, for both to sign.</summary>
public sealed class KeyPaperModel(OpeningPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, string ending) => papers.HandOverAsync(HttpContext, id, ending);
}
