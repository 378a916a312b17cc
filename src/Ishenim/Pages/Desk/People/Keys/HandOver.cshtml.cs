using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.People.Keys;

/// <summary>A reader hands the letters that they can read over to a new reader; some hundred with each press.</summary>
internal sealed class HandOverModel(SignedIn signedIn, HandOver handOver, IshenimDb db) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? After { get; set; }

    [BindProperty]
    public int Given { get; set; }

    [BindProperty]
    public int Withheld { get; set; }

    public Person Person { get; private set; } = null!;

    public HandOverStep? Step { get; private set; }

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
        Step = await handOver.GiveAsync(signedIn.Actor, Person.Id, After is { } after ? new AppealId(after) : null);
        (Given, Withheld) = (Given + Step.Given, Withheld + Step.Withheld);
        ModelState.Clear();
        return Page();
    }

    public async Task ShowAgainAsync() => Person = (await db.Set<Person>().AsNoTracking().Include(person => person.Roles)
        .SingleOrDefaultAsync(person => person.Id == new PersonId(Id) && person.LeftOn == null))!;
}
