using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Urgency;

/// <summary>Who must be told today of an urgent letter, and who was; opens nothing else of the letter.</summary>
public sealed class StepsModel(UrgentSteps steps, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    public UrgentList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>What was typed stands under a field for each step.</summary>
    public async Task<IActionResult> OnPostAsync(UrgentStep step)
    {
        if (!Enum.IsDefined(step))
            return BadRequest();
        if (!await LoadAsync())
            return NotFound();
        var field = FieldOf(step);
        var told = PlainText.Of(Request.Form[field]).Trim();
        ModelState.SetModelValue(field, told, told);
        if (!ModelState.FitsIn(field, told, StepTaken.ToldLength, desk.Say))
            return await LoadAsync() ? Page() : NotFound();
        return await steps.TakeAsync(desk.Actor, new AppealId(Id), new StepTaken { Step = step, Told = told })
            ? LocalRedirect(desk.Address($"/desk/appeals/{Id}/urgent?done=told"))
            : NotFound();
    }

    public Task ShowAgainAsync() => LoadAsync();

    internal static string FieldOf(UrgentStep step) => $"told.{step}";

    private async Task<bool> LoadAsync()
    {
        if (await steps.FindAsync(desk.Actor, new AppealId(Id)) is not { } list)
            return false;
        List = list;
        return true;
    }
}
