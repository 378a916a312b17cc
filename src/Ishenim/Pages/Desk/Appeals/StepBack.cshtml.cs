using Ishenim.Core.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Appeals;

/// <summary>Asks once more before a reader steps back; opens nothing of the letter.</summary>
public sealed class StepBackModel(AppealAccess access, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync() =>
        await access.StepBackAsync(desk.Actor, new AppealId(Id)) ? LocalRedirect(desk.Address("/desk?done=stepped")) : NotFound();

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<bool> LoadAsync()
    {
        var number = await access.NumberAsync(desk.Actor, new AppealId(Id));
        Number = number ?? "";
        return number is not null;
    }
}
