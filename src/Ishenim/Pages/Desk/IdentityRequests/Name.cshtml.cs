using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.IdentityRequests;

/// <summary>Who signed a letter, for one who may not see it: asking, how it stands, and the name once it is given; for readers, giving it.</summary>
public sealed class NameModel(IdentityAsking asking, IdentityGiving giving, IdentityStandings standings, AppealIdentity identity, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    /// <summary>Why they want to see it, as typed.</summary>
    public string? Why { get; private set; }

    public IdentityStanding Standing { get; private set; } = null!;

    /// <summary>Shown once, in the answer to a post; null: not asked for.</summary>
    public IReadOnlyList<Identity>? Writers { get; private set; }

    private AppealId Appeal => new(Id);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? why)
    {
        Why = why;
        if (ModelState.Reason(nameof(why), why, desk.Say) is not { } reason)
            return await LoadAsync() ? Page() : NotFound();
        return Back(await asking.AskAsync(desk.Actor, Appeal, reason), "asked");
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid request) => Back(await giving.GiveAsync(desk.Actor, Appeal, request), "given");

    /// <summary>The names stand in this one answer alone.</summary>
    public async Task<IActionResult> OnPostShowAsync(string? reason)
    {
        if (ModelState.Reason(nameof(reason), reason, desk.Say) is not { } words)
            return await LoadAsync() ? Page() : NotFound();
        Writers = await identity.ShowAsync(desk.Actor, Appeal, words);
        ModelState.Remove(nameof(reason));
        return Writers is not null && await LoadAsync() ? Page() : NotFound();
    }

    public Task ShowAgainAsync() => LoadAsync();

    private IActionResult Back(bool found, string done) =>
        found ? LocalRedirect(desk.Address($"/desk/appeals/{Id}/name?done={done}")) : NotFound();

    private async Task<bool> LoadAsync()
    {
        if (await standings.OfAsync(desk.Actor, Appeal) is not { } standing)
            return false;
        Standing = standing;
        return true;
    }
}
