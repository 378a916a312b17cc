using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Account;

/// <summary>Asks once more before a reader gives up reading.</summary>
internal sealed class StepDownModel(SignedIn signedIn, SteppingDown steppingDown) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await steppingDown.StepDownAsync(signedIn.Actor);
        return LocalRedirect(Request.PathBase + "/desk/account?done=account.stepdown.done");
    }
}
