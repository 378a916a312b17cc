using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.People.Keys;

/// <summary>A reader compares a new reader's fingerprint and confirms the key.</summary>
internal sealed class ConfirmModel(SignedIn signedIn, KeyConfirmation confirmation, IshenimDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The fingerprint that was compared.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Person Person { get; private set; } = null!;

    public string? Fingerprint => Person.Account is { } account ? Sealing.KeyPair.FingerprintOf(account.PublicKey) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAgainAsync();
        return Person is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAgainAsync();
        if (Person is null)
            return NotFound();
        await confirmation.ConfirmAsync(signedIn.Actor, new PersonId(Id), Seen);
        return LocalRedirect(Request.PathBase + "/desk/people");
    }

    public async Task ShowAgainAsync() => Person = (await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Include(person => person.Account)
        .SingleOrDefaultAsync(person => person.Id == new PersonId(Id) && person.LeftOn == null))!;
}
