using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>"Due this week" on paper; without an ending the print view.</summary>
public sealed class DueModel(DuePapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(string? ending) => papers.GiveAsync(HttpContext, ending ?? "html");
}
