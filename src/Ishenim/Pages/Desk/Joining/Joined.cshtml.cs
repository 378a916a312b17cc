using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Joining;

/// <summary>The letters that a letter is joined with; opens nothing of any.</summary>
public sealed class JoinedModel(LetterJoining joining, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [FromQuery]
    public string? Done { get; set; }

    /// <summary>The other letter's number, as typed.</summary>
    [BindProperty(Name = "number")]
    public string? Number { get; set; }

    public JoinedLetters Letter { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public string? Report => Done is "joined" or "parted" ? desk.Say["done." + Done] : null;

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostJoinAsync()
    {
        if (!RegisterNumber.TryParse(Number, out var number, desk.Actor.Today.Year))
            return await AgainAsync(desk.Say["filter.number.bad"]);
        try
        {
            return Back(await joining.JoinAsync(desk.Actor, new AppealId(Id), number!), "joined");
        }
        catch (NotJoinable refusal)
        {
            return await AgainAsync(desk.Say.Of(refusal));
        }
    }

    public async Task<IActionResult> OnPostPartAsync(Guid from) => Back(await joining.PartAsync(desk.Actor, new AppealId(Id), new AppealId(from)), "parted");

    public async Task ShowAgainAsync()
    {
        if (!await LoadAsync())
            throw new InvalidOperationException("The letter went while it was at hand.");
    }

    private async Task<IActionResult> AgainAsync(string words)
    {
        ModelState.AddModelError("number", words);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        if (await joining.OfAsync(desk.Actor, new AppealId(Id)) is not { } letter)
            return false;
        Letter = letter;
        Names = await desk.NamesAsync();
        return true;
    }

    private IActionResult Back(bool found, string done) => found ? LocalRedirect(desk.Address($"/desk/appeals/{Id}/joined?done={done}")) : NotFound();
}
