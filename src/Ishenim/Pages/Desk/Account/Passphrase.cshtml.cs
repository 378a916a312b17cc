using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Account;

internal sealed class PassphraseModel(SignedIn signedIn, AccountChanges changes, CurrentSchool school, IshenimDb db, Say say) : PageModel
{
    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    [BindProperty]
    public PassphraseForm Passphrase { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var own = await db.Set<Person>().Where(person => person.Id == signedIn.Actor.Person)
            .Select(person => new { person.Name, person.Account!.Login }).SingleAsync();
        Passphrase.Check(ModelState, say, [own.Name, own.Login, .. PassphraseForm.NamesOf(school.School)]);
        if (!ModelState.IsValid)
            return Page();
        await changes.ChangePassphraseAsync(signedIn.Actor, signedIn.Session, Proof.Read(), Passphrase.New!);
        return LocalRedirect(Request.PathBase + "/desk/account?done=account.passphrase.changed");
    }
}
