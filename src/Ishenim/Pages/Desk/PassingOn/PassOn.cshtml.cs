using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.PassingOn;

/// <summary>Sends a letter to the body whose matter it is; opens nothing of the letter.</summary>
public sealed class PassOnModel(LetterPassingOn passing, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "pass")]
    public PassingOnFields Pass { get; set; } = new();

    public PassingOnOffer Offer { get; private set; } = null!;

    public bool IsLate => desk.Actor.Today > Offer.LastDay;

    public string Language => Pass.Language ?? desk.School.OfficialLanguage;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (Pass.Read(ModelState, version, desk.Say) is not { } input)
            return await OnGetAsync();
        try
        {
            return await passing.PassAsync(desk.Actor, new AppealId(Id), input) ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done=passed")) : NotFound();
        }
        catch (AnonymousHasNoContacts refusal)
        {
            ModelState.AddModelError("pass.contacts", desk.Say.Of(refusal));
            return await OnGetAsync();
        }
    }

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<bool> LoadAsync()
    {
        if (await passing.OfferAsync(desk.Actor, new AppealId(Id)) is not { } offer)
            return false;
        Offer = offer;
        return true;
    }
}
