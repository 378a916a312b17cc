using Ishenim.Core.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>A file of a letter, opened straight into the answer.</summary>
public sealed class FileModel(AppealFiles files, DeskView desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, bool download)
    {
        using var found = await files.OpenAsync(desk.Actor, new AppealId(id), file);
        if (found is null)
            return NotFound();
        await using var answer = new FileAnswer(Response, found.Facts, download);
        await found.CopyToAsync(answer, HttpContext.RequestAborted);
        answer.End();
        return new EmptyResult();
    }
}
