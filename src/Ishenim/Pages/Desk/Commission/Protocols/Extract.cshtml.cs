using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>One item of a protocol on paper.</summary>
public sealed class ExtractModel(ProtocolPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, string ending) => papers.ExtractAsync(HttpContext, id, ending);
}
