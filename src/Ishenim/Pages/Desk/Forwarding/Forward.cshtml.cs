using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Forwarding;

/// <summary>Gives a letter to somebody for consideration, or takes it back; opens nothing of the letter.</summary>
public sealed class ForwardModel(LetterForwarding forwarding, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "forward")]
    public ForwardingFields Forward { get; set; } = new();

    public ForwardingOffer Offer { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (Forward.Read(ModelState, version, desk.Say) is not { } input)
            return await AgainAsync();
        try
        {
            return Back(await forwarding.ForwardAsync(desk.Actor, new AppealId(Id), input), "forwarded");
        }
        catch (Refusal refusal) when (ForwardingFields.FieldOf(refusal) is { } field)
        {
            ModelState.AddModelError(field, desk.Say["refusal." + refusal.GetType().Name, [.. refusal.Fill]]);
            return await AgainAsync();
        }
    }

    public async Task<IActionResult> OnPostRecallAsync(Guid from, string? why)
    {
        var reason = PlainText.Of(why).Trim();
        if (reason.Length < Instruction.LeastText)
            ModelState.AddModelError(nameof(why), desk.Say["step.reason.short", ("n", Instruction.LeastText)]);
        else
            ModelState.FitsIn(nameof(why), reason, Instruction.TextLength, desk.Say);
        return ModelState.IsValid
            ? Back(await forwarding.RecallAsync(desk.Actor, new AppealId(Id), new PersonId(from), reason), "recalled")
            : await AgainAsync();
    }

    public Task ShowAgainAsync() => LoadAsync();

    public string NameOf(PersonId person) => desk.NameIn(Names, person);

    private IActionResult Back(bool found, string done) =>
        found ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done={done}")) : NotFound();

    private async Task<IActionResult> AgainAsync() => await LoadAsync() ? Page() : NotFound();

    private async Task<bool> LoadAsync()
    {
        if (await forwarding.OfferAsync(desk.Actor, new AppealId(Id)) is not { } offer)
            return false;
        (Offer, Names) = (offer, await desk.NamesAsync());
        return true;
    }
}
