using Ishenim.Core.Schools;
using Ishenim.Schools;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Public;

/// <summary>The rules of the trust mail in plain words.</summary>
public sealed class RegulationModel(CurrentSchool current, ReaderPosts posts) : PageModel
{
    public School School => current.School;

    public string? Readers { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!current.IsKnown)
            return Redirect("~/");
        Readers = await posts.OfAsync([]);
        return Page();
    }
}
