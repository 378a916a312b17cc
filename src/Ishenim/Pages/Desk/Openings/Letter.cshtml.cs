using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>Registers one letter of an opening. Its number is shown in the answer itself, never in an address.</summary>
public sealed class LetterModel(Core.Boxes.Openings openings, DeskView desk, IshenimDb db, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LetterFields Letter { get; set; } = new();

    /// <summary>The letter's number, once it is registered.</summary>
    public RegisterNumber? Number { get; private set; }

    public DeskView Desk => desk;

    private string Opening => desk.Address($"/desk/openings/{Id}");

    public async Task<IActionResult> OnGetAsync()
    {
        var id = new OpeningId(Id);
        if (await db.Set<Opening>().AsNoTracking().SingleOrDefaultAsync(opening => opening.Id == id) is not { } row)
            return NotFound();
        return row.FinishedOn is null && row.LettersFound is not null ? Page() : LocalRedirect(Opening);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Letter.Read(ModelState, desk.Say) is not { } letter)
            return Page();
        Number = await openings.RegisterAsync(desk.Actor, new OpeningId(Id), Letter.Entered(letter), own => own.AddLetterAsync(desk.Actor, desk.School, time, letter));
        // Sent twice: it stands among the others already.
        return Number is null ? LocalRedirect(Opening) : Page();
    }
}
