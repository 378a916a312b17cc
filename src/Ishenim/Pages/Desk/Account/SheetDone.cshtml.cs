using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Account;

/// <summary>"Printed, in the envelope": the next step is the undertaking, or the desk where it is signed already.</summary>
internal sealed class SheetDoneModel(SignedIn signedIn, Undertakings undertakings) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Request.PathBase + "/desk/account");

    public async Task<IActionResult> OnPostAsync()
    {
        await undertakings.SheetPutAwayAsync(signedIn.Actor);
        return LocalRedirect(Request.PathBase + (User.HasClaim(DeskCookies.Undertaking, DeskCookies.Signed) ? "/desk/account" : "/desk/undertaking"));
    }
}
