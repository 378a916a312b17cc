using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>What the commission decided, whose it is, and how far it is carried out: the open ones first, the most pressing before.</summary>
public sealed class DecisionsModel(DecisionsList list, Decisions decisions, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
{
    public IReadOnlyList<ListedDecision> Open { get; private set; } = [];

    public IReadOnlyList<ListedDecision> Ended { get; private set; } = [];

    [FromQuery]
    public string? Done { get; set; }

    /// <summary>Which one a form ends.</summary>
    [BindProperty]
    public Guid Decision { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>As chosen in that form.</summary>
    public DecisionState? State { get; private set; }

    /// <summary>As typed in that form.</summary>
    public string? Evidence { get; private set; }

    public DateOnly Today => desk.Actor.Today;

    /// <summary>Whether this person leads the commission, and may give a decision up.</summary>
    public bool Leads { get; private set; }

    public bool Ends(ListedDecision one) => Leads || one.Row.Owner == desk.Actor.Person;

    /// <summary>Each form's fields have names of their own: there is one for each decision on the page.</summary>
    public string Key(string field, ListedDecision one) => KeyOf(field, one.Row.Id);

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostEndAsync()
    {
        Evidence = OneLine.Of(Request.Form[KeyOf("evidence", Decision)]);
        State = Enum.TryParse<DecisionState>(Request.Form[KeyOf("state", Decision)], out var state) && state is DecisionState.Done or DecisionState.Dropped ? state : null;
        if (State is null)
            ModelState.AddModelError(KeyOf("state", Decision), desk.Say["form.missing"]);
        if (!ModelState.FitsIn(KeyOf("evidence", Decision), Evidence, Core.Commission.Decision.EvidenceLength, desk.Say) || State is null)
        {
            await ShowAgainAsync();
            return Page();
        }
        await decisions.EndAsync(desk.Actor, Decision, new DecisionEnd(State.Value, Evidence, Version));
        return LocalRedirect(desk.Address("/desk/commission/decisions?done=ended"));
    }

    public async Task ShowAgainAsync()
    {
        Leads = (await db.CommissionAsync())?.IsLedBy(desk.Actor) == true;
        var all = await list.AllAsync();
        Open = [.. all.Where(one => one.Row.State == DecisionState.Open).OrderBy(one => one.Row.DueOn)];
        Ended = [.. all.Where(one => one.Row.State != DecisionState.Open).Reverse()];
    }

    private static string KeyOf(string field, Guid decision) => $"{field}-{decision:N}";
}
