using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Forwarding;

/// <summary>A letter as its executor sees it: the talk, what is asked, and the report that hands it back.</summary>
public sealed class GivenModel(AppealReading reading, GivenLetters given, DeskView desk) : PageModel, IShowsAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Report { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public OpenLetter Letter { get; private set; } = null!;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    /// <summary>What this person has to do.</summary>
    public OpenAssignment Mine => Letter.Assignments.Last(one => one.Row.Person == desk.Actor.Person && one.Row.State == AssignmentState.Open);

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        (Report, Answer) = (PlainText.Of(Report).Trim(), PlainText.Of(Answer).Trim());
        ModelState.FitsIn("report", Report, Core.Appeals.Forwarding.Report.TextLength, desk.Say);
        ModelState.FitsIn("answer", Answer, AppealAnswering.TextLength, desk.Say, needed: false);
        if (!ModelState.IsValid)
            return await LoadAsync() ? Page() : NotFound();
        return await given.HandBackAsync(desk.Actor, new AppealId(Id), new Report { Text = Report, Answer = Answer })
            ? LocalRedirect(desk.Address("/desk?done=handedback"))
            : NotFound();
    }

    public Task ShowAgainAsync() => LoadAsync();

    private async Task<bool> LoadAsync()
    {
        if (await reading.ReadGivenAsync(desk.Actor, new AppealId(Id)) is not { } letter)
            return false;
        (Letter, Names) = (letter, await desk.NamesAsync());
        return true;
    }
}
