using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Commission;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>A reader puts a letter on the agenda of a meeting, or takes it off; opens nothing of the letter.</summary>
public sealed class PutModel(AgendaLetters agendas, DeskView desk) : PageModel, IShowsAgain, IPlacesRefusals
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "put")]
    public PutFields Put { get; set; } = new();

    public AgendaOffer Offer { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (Put.Read(ModelState, version, desk.Say) is not { } input)
            return await OnGetAsync();
        return await agendas.PutAsync(desk.Actor, new AppealId(Id), input) ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done=agenda")) : NotFound();
    }

    public async Task<IActionResult> OnPostOffAsync(Guid item) => await LoadAsync() && await agendas.TakeOffAsync(desk.Actor, item)
        ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done=offagenda"))
        : NotFound();

    /// <summary>To members whose key was confirmed since it was put there.</summary>
    public async Task<IActionResult> OnPostRestAsync() => await agendas.GiveToRestAsync(desk.Actor, new AppealId(Id))
        ? LocalRedirect(desk.Address($"/desk/appeals/{Id}?done=agenda"))
        : NotFound();

    public Task ShowAgainAsync() => LoadAsync();

    public string? FieldOf(Refusal refusal) => refusal switch
    {
        NoSuchAgenda => "put.meeting",
        NoRedactedCopy => "put.redacted",
        _ => null,
    };

    public string NamesOf(IEnumerable<PersonId> people) => string.Join(", ", people.Select(person => desk.NameIn(Names, person)).Order(StringComparer.Ordinal));

    private async Task<bool> LoadAsync()
    {
        if (await agendas.OfferAsync(desk.Actor, new AppealId(Id)) is not { } offer)
            return false;
        (Offer, Names) = (offer, await desk.NamesAsync());
        return true;
    }
}
