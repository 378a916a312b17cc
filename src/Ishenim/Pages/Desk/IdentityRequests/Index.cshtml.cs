using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.IdentityRequests;

/// <summary>Who asks this person, as chair, to see a name; of the letters their numbers alone.</summary>
public sealed class IndexModel(IdentityDeciding deciding, DeskView desk) : PageModel, IShowsAgain
{
    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    /// <summary>Whose refusal was typed and is shown again.</summary>
    public Guid? Refusing { get; private set; }

    public IReadOnlyList<RequestToDecide> Requests { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostApproveAsync(Guid id) => Back(await deciding.ApproveAsync(desk.Actor, id), "approved");

    /// <summary>The reason stands under a field for each request.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(Guid id)
    {
        var field = FieldOf(id);
        var typed = $"{Request.Form[field]}";
        ModelState.SetModelValue(field, typed, typed);
        if (ModelState.Reason(field, typed, desk.Say) is { } reason)
            return Back(await deciding.RefuseAsync(desk.Actor, id, reason), "refused");
        Refusing = id;
        await ShowAgainAsync();
        return Page();
    }

    public async Task ShowAgainAsync() => (Requests, Names) = (await deciding.ListAsync(desk.Actor), await desk.NamesAsync());

    internal static string FieldOf(Guid id) => $"why.{id:N}";

    /// <summary>One that ended meanwhile, or was another's, is gone from the list, and that is said.</summary>
    private LocalRedirectResult Back(bool decided, string done) => LocalRedirect(desk.Address($"/desk/identity-requests?done={(decided ? done : "gone")}"));
}
