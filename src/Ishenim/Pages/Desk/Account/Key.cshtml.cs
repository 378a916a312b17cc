using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Entrance;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Account;

/// <summary>Replaces a compromised key; the letters are sealed anew, and a new recovery sheet is shown this once.</summary>
internal sealed class KeyModel(SignedIn signedIn, AccountChanges changes) : PageModel
{
    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    public NewSheet? Sheet { get; private set; }

    public async Task OnPostAsync()
    {
        Sheet = await changes.ReplaceKeyAsync(signedIn.Actor, Proof.Read(), DeviceName.Of(Request));
        await DeskCookies.SignInAsync(HttpContext, Sheet.Session!);
    }
}
