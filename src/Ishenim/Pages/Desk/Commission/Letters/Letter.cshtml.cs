using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>A letter as a member has it on the agenda: what is asked, the letter or its copy, and nothing else.</summary>
public sealed class LetterModel(AgendaReading reading, AppealAccess access, DeskView desk) : PageModel
{
    public AgendaLetter Letter { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await reading.ReadAsync(desk.Actor, id) is { } letter)
        {
            (Letter, Names) = (letter, await desk.NamesAsync());
            return Page();
        }
        // Its readers have a page with more of it.
        return await reading.AppealAsync(desk.Actor, id) is { } appeal && await access.NumberAsync(desk.Actor, appeal) is not null
            ? LocalRedirect(desk.Address($"/desk/appeals/{appeal}"))
            : NotFound();
    }
}
