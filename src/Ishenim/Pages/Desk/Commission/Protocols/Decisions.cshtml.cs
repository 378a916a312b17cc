using Ishenim.Core.Commission;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>What the commission decided, whose it is, and how far it is carried out: the open ones first, the most pressing before.</summary>
public sealed class DecisionsModel(DecisionsList list, DeskView desk) : PageModel
{
    public IReadOnlyList<ListedDecision> Open { get; private set; } = [];

    public IReadOnlyList<ListedDecision> Ended { get; private set; } = [];

    public DateOnly Today => desk.Actor.Today;

    public async Task OnGetAsync()
    {
        var all = await list.AllAsync();
        Open = [.. all.Where(one => one.Row.State == DecisionState.Open).OrderBy(one => one.Row.DueOn)];
        Ended = [.. all.Where(one => one.Row.State != DecisionState.Open).Reverse()];
    }
}
