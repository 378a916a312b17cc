using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Retention;

/// <summary>What keeps a letter from being destroyed; or, once it was, what is left of it.</summary>
public sealed class LetterModel(Holding holding, RetentionDesk retention, RetentionPapers papers, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    [BindProperty]
    public HoldFields Hold { get; set; } = new();

    [BindProperty]
    public string? LiftReason { get; set; }

    /// <summary>Null: the letter was destroyed.</summary>
    public LetterHolds? Holds { get; private set; }

    public DestroyedLetter? Destroyed { get; private set; }

    public bool HasAct { get; private set; }

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public string Number => Holds?.Number ?? Destroyed!.Facts.Number;

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostSetAsync() => Hold.Read(ModelState, desk.Say) is { } hold
        ? Back(await holding.SetAsync(desk.Actor, new AppealId(Id), hold), "set")
        : await OnGetAsync();

    public async Task<IActionResult> OnPostLiftAsync(Guid lift) => HoldFields.Words(ModelState, "liftReason", LiftReason, desk.Say) is { } reason
        ? Back(await holding.LiftAsync(desk.Actor, new AppealId(Id), lift, reason), "lifted")
        : await OnGetAsync();

    public async Task ShowAgainAsync()
    {
        if (!await LoadAsync())
            throw new InvalidOperationException("The letter went while it was at hand.");
    }

    private async Task<bool> LoadAsync()
    {
        Holds = await holding.OfAsync(desk.Actor, new AppealId(Id));
        if (Holds is null)
            Destroyed = await retention.DestroyedAsync(desk.Actor, new AppealId(Id));
        HasAct = Destroyed is not null && (await papers.WithActAsync()).Contains(Destroyed.By.Id);
        Names = await desk.NamesAsync();
        return Holds is not null || Destroyed is not null;
    }

    private IActionResult Back(bool found, string done) => found ? LocalRedirect(desk.Address($"/desk/retention/letters/{Id}?done={done}")) : NotFound();
}
