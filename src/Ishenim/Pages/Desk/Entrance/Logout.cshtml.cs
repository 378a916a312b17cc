using Ishenim.Core.Staff;
using Ishenim.Schools;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>
/// No anti-forgery token is asked for: a token made before the session ended would be refused, and another site's form
/// brings no session along (SameSite), so there is nothing that it could end.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class LogoutModel(SignedIn signedIn, Sessions sessions, CurrentSchool school) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Request.PathBase + "/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        if (signedIn.IsKnown)
            await sessions.EndAsync(school.School, signedIn.Session);
        await HttpContext.SignOutAsync();
        return LocalRedirect(Request.PathBase + "/desk/login");
    }
}
