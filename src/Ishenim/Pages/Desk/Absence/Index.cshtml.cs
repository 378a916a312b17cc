using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Absence;

/// <summary>A reader's own absences, who stands in, and in whose place the reader stands.</summary>
public sealed class IndexModel(Absences absences, OlderLetters older, ComingBack comingBack, DeskView desk) : PageModel, IShowsAgain
{
    [BindProperty]
    public AbsenceFields Absence { get; set; } = new();

    /// <summary>How many letters were given just now, and how many are kept from the stand-in.</summary>
    [FromQuery(Name = "given")]
    public int? Given { get; set; }

    [FromQuery(Name = "withheld")]
    public int Withheld { get; set; }

    public IReadOnlyList<StandIn> Own { get; private set; } = [];

    public IReadOnlyList<StandIn> ForOthers { get; private set; } = [];

    /// <summary>Who could stand in, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Absence.Read(ModelState, desk.Say) is not { } input || !ModelState.IsValid)
            return await AgainAsync();
        try
        {
            await absences.NameAsync(desk.Actor, input);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(AbsenceFields.FieldOf(refusal), desk.Say.Of(refusal));
            return await AgainAsync();
        }
        return LocalRedirect(desk.Address("/desk/absence"));
    }

    public async Task<IActionResult> OnPostOlderAsync(Guid id) => await older.GiveAsync(desk.Actor, id) is { } done
        ? LocalRedirect(desk.Address($"/desk/absence?given={done.Given}&withheld={done.Withheld}"))
        : NotFound();

    public async Task<IActionResult> OnPostBackAsync(Guid id) =>
        await comingBack.EndAsync(desk.Actor, id) ? LocalRedirect(desk.Address("/desk/absence")) : NotFound();

    public async Task ShowAgainAsync()
    {
        var all = await absences.ListAsync(desk.Actor);
        (Own, ForOthers) = ([.. all.Where(one => one.For == desk.Actor.Person)], [.. all.Where(one => one.By == desk.Actor.Person)]);
        Names = await desk.NamesAsync();
        People = [.. (await absences.EligibleAsync(desk.Actor)).Select(id => (id.Value, desk.NameIn(Names, id))).OrderBy(one => one.Item2, StringComparer.Ordinal)];
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Page();
    }
}
