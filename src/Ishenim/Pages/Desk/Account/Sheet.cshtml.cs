using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Account;

internal sealed class SheetModel(SignedIn signedIn, AccountChanges changes) : PageModel
{
    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    /// <summary>The new sheet, shown this once.</summary>
    public NewSheet? Sheet { get; private set; }

    public async Task OnPostAsync() => Sheet = await changes.RenewSheetAsync(signedIn.Actor, Proof.Read());
}
