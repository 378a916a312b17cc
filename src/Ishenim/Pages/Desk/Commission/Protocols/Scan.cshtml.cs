using Ishenim.Core.Attachments;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>The scan of a signed protocol: for who holds every letter of which it says something.</summary>
public sealed class ScanModel(ProtocolScans scans, DeskView desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid file)
    {
        if (await scans.OpenAsync(desk.Actor, file) is not { } found)
            return NotFound();
        var name = $"protocol-{found.AddedOn:yyyy-MM-dd}.{found.Type.Split('/')[1]}";
        await using var answer = new FileAnswer(Response, new AttachmentFacts { Name = name, Bytes = found.Content.Length, Cleaning = CleaningResult.Cleaned }, download: false);
        await answer.WriteAsync(found.Content, HttpContext.RequestAborted);
        answer.End();
        return new EmptyResult();
    }
}
