using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Account;

/// <summary>What the undertaking says of the one who signs it.</summary>
internal sealed record UndertakingPaper(string Name, string Post, string Fingerprint, DateOnly? SignedOn);

/// <summary>The undertaking of confidentiality (regulation P): no letter opens before it is signed.</summary>
internal sealed class UndertakingModel(SignedIn signedIn, Undertakings undertakings, IshenimDb db, Say say) : PageModel, IShowsAgain
{
    [BindProperty]
    public bool Agree { get; set; }

    public UndertakingPaper Paper { get; private set; } = null!;

    /// <summary>What still keeps the school from opening.</summary>
    public IReadOnlyList<OpeningStep> Steps { get; private set; } = [];

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Agree)
        {
            ModelState.AddModelError("agree", say["undertaking.tick"]);
            await ShowAgainAsync();
            return Page();
        }
        await undertakings.SignAsync(signedIn.Actor);
        return LocalRedirect(Request.PathBase + "/desk/undertaking");
    }

    public async Task ShowAgainAsync()
    {
        Paper = await db.Set<Person>().Where(person => person.Id == signedIn.Actor.Person)
            .Select(person => new UndertakingPaper(person.Name, person.Post, KeyPair.FingerprintOf(person.Account!.PublicKey), person.Account.UndertakingOn)).SingleAsync();
        if (Paper.SignedOn is not null && await db.Set<School>().AnyAsync(school => school.OpenedOn == null))
            Steps = await db.StepsToOpenAsync();
    }
}
