using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Recusal;

/// <summary>Says that a letter is about somebody else, too; opens nothing of the letter.</summary>
public sealed class AboutModel(Widening widening, DeskView desk) : PageModel, IShowsAgain
{
    private static readonly IReadOnlyList<About> Asked = [About.Director, About.Responsible, About.Deputy, About.Teacher, About.Chair, About.Committee];

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The groups that were chosen.</summary>
    [BindProperty(Name = "groups")]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>The persons who were chosen.</summary>
    [BindProperty(Name = "persons")]
    public IReadOnlyList<string> Named { get; set; } = [];

    public AboutNow Now { get; private set; } = null!;

    /// <summary>Groups that it is not about yet.</summary>
    public IEnumerable<About> Groups => Asked.Except(Now.Groups);

    public IReadOnlyList<(PersonId Id, string Name)> People { get; private set; } = [];

    /// <summary>Whether it was refused because it is stepping back, too, and that has to be meant.</summary>
    public bool AsksSteppingBack { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(bool leave, int version)
    {
        var groups = Asked.Where(group => Chosen.Contains(group.ToString())).ToList();
        var persons = Named.Select(typed => Guid.TryParse(typed, out var id) ? new PersonId(id) : (PersonId?)null).OfType<PersonId>().ToList();
        if (groups.Count + persons.Count == 0)
            return await AgainAsync("groups", "widen.nobody");
        try
        {
            var added = new NewAbout { Groups = groups, Persons = persons, SteppingBack = leave, Version = version };
            return await widening.WidenAsync(desk.Actor, new AppealId(Id), added) is { } done
                ? LocalRedirect(desk.Address(done.SteppedBack ? "/desk?done=stepped" : $"/desk/appeals/{Id}?done=widened"))
                : NotFound();
        }
        catch (WideningIsSteppingBack)
        {
            AsksSteppingBack = true;
            return await AgainAsync("leave", "refusal.WideningIsSteppingBack");
        }
    }

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<IActionResult> AgainAsync(string field, string words)
    {
        ModelState.AddModelError(field, desk.Say[words]);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        if (await widening.NowAsync(desk.Actor, new AppealId(Id)) is not { } now)
            return false;
        Now = now;
        var names = await desk.NamesAsync();
        People = [.. now.Others.Select(person => (person, names[person])).OrderBy(person => person.Item2, StringComparer.Ordinal)];
        return true;
    }
}
