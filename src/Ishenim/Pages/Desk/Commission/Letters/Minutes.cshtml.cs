using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>Takes the minutes of a letter's item, and leads back to it; shows them again where something is wrong.</summary>
public sealed class MinutesModel(Minuting minuting, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "minutes")]
    public MinutesFields Minutes { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await minuting.FormAsync(desk.Actor, Id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (Minutes.Read(ModelState, desk.Say) is not { } words)
            return await OnGetAsync();
        return await minuting.WriteAsync(desk.Actor, Id, words, version) ? LocalRedirect(desk.Address($"/desk/commission/items/{Id}")) : NotFound();
    }

    public Task ShowAgainAsync() => Task.CompletedTask;
}
