using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The protocol of a meeting on paper: as it was frozen, or marked as a draft.</summary>
public sealed class PaperModel(ProtocolPapers papers) : PageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, string ending) => papers.ProtocolAsync(HttpContext, id, ending);
}
