using Ishenim.Core.Appeals;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>A letter on paper, in the official language of the school; without notes and without who signed it.</summary>
public sealed class PrintModel(AppealReading reading, DeskView desk, WordBook words) : PageModel
{
    public OpenLetter Letter { get; private set; } = null!;

    public Say Paper { get; } = words.In(desk.School.Language);

    public string School => desk.School.Name.In(Paper.Language);

    public string Name { get; private set; } = "";

    public DateOnly Today => desk.Actor.Today;

    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await reading.PrintAsync(desk.Actor, new AppealId(id)) is not { } letter)
            return NotFound();
        (Letter, Back) = (letter, desk.Address($"/desk/appeals/{id}"));
        Name = (await desk.NamesAsync())[desk.Actor.Person];
        return Page();
    }
}
