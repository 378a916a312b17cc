using Ishenim.Core.Attachments;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Boxes;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>A photo of a box, or the scan of a signed act: shown with the same care as a writer's file.</summary>
public sealed class FileModel(IshenimDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid file)
    {
        if (await db.Set<BoxFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == file) is not { } found)
            return NotFound();
        await using var answer = new FileAnswer(Response, new AttachmentFacts { Name = Name(found), Bytes = found.Content.Length, Cleaning = CleaningResult.Cleaned }, download: false);
        await answer.WriteAsync(found.Content, HttpContext.RequestAborted);
        answer.End();
        return new EmptyResult();
    }

    private static string Name(BoxFile file) => $"{file.Kind.ToString().ToLowerInvariant()}-{file.AddedOn:yyyy-MM-dd}.{file.Type.Split('/')[1]}";
}
