using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Retention;

/// <summary>An act of destruction, as it was frozen.</summary>
public sealed class ActModel(RetentionPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, string ending) => papers.ActAsync(HttpContext, id, ending);
}
