using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The register of decisions as a workbook.</summary>
public sealed class DecisionsBookModel(ProtocolPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync() => papers.DecisionsAsync(HttpContext);
}
