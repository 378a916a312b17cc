using Ishenim.Core.Commission;
using Ishenim.Documents.Forms;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>The order that appoints a commission on paper: as it was frozen, or to be signed while the commission is composed.</summary>
public sealed class OrderModel(Core.Commission.Convocations convocations, DeskView desk, PaperGiving giving) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string ending)
    {
        if (ending is not ("html" or "pdf" or "docx") || await convocations.OrderAsync(desk.Actor, new ConvocationId(id)) is not { } read)
            return NotFound();
        return await giving.GiveAsync(HttpContext, OrderForm.Of(read.Paper()), $"order-{read.Form.Day:yyyy-MM-dd}", ending);
    }
}
