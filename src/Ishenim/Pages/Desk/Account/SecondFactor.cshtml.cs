using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Account;

internal sealed class SecondFactorModel(SignedIn signedIn, AccountChanges changes, SecondFactor factors, Say say) : PageModel, IShowsAgain
{
    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    [BindProperty]
    public string? Factor { get; set; }

    [BindProperty]
    public string? Otp { get; set; }

    public SecondFactorView NewFactor { get; private set; } = null!;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        if (factors.Proven(Factor, Otp) is not { } proven)
        {
            ModelState.AddModelError("otp", say["otp.bad"]);
            return Page();
        }
        await changes.ChangeSecondFactorAsync(signedIn.Actor, signedIn.Session, Proof.Read(), proven);
        return LocalRedirect(Request.PathBase + "/desk/account?done=account.factor.changed");
    }

    public Task ShowAgainAsync()
    {
        NewFactor = factors.Show(Factor);
        return Task.CompletedTask;
    }
}
