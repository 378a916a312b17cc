using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk.Account;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages.Desk.Retention;

/// <summary>Letters whose term of keeping is over, the list that waits for the chair, what is held, and the acts.</summary>
public sealed class IndexModel(RetentionDesk retention, Destroying destroying, RetentionPapers papers, DeskView desk) : PageModel, IShowsAgain
{
    private static readonly string[] Reports = ["planned", "cancelled", "done"];

    [FromQuery]
    public string? Done { get; set; }

    [BindProperty]
    public ProofForm Proof { get; set; } = new();

    public IReadOnlyList<DueLetter> Due { get; private set; } = [];

    public ListedDestruction? Planned { get; private set; }

    public IReadOnlyList<HeldLetter> Held { get; private set; } = [];

    public IReadOnlyList<Destruction> Ended { get; private set; } = [];

    public IReadOnlySet<Guid> WithAct { get; private set; } = new HashSet<Guid>();

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["retention.report." + Done] : null;

    public int Years => desk.School.Rules().At(RuleKind.Retention, desk.Actor.Today);

    public int BackupDays => desk.School.Rules().At(RuleKind.BackupsKept, desk.Actor.Today);

    public bool Plans => desk.Actor.Is(Role.Responsible);

    /// <summary>Whether the second approval is this person's.</summary>
    public bool Approves => desk.Actor.Is(Role.Chair) && Planned?.Row.PlannedBy != desk.Actor.Person;

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostPlanAsync()
    {
        await destroying.PlanAsync(desk.Actor, Proof.Read());
        return Back("planned");
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        await destroying.CancelAsync(desk.Actor, id);
        return Back("cancelled");
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id)
    {
        await destroying.ApproveAsync(desk.Actor, id, Proof.Read());
        return Back("done");
    }

    public async Task ShowAgainAsync()
    {
        var actor = desk.Actor;
        (Due, Planned, Held, Ended) = (await retention.DueAsync(actor), await retention.PlannedAsync(actor), await retention.HeldAsync(actor), await retention.EndedAsync(actor));
        (WithAct, Names) = (await papers.WithActAsync(), await desk.NamesAsync());
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/retention?done={done}"));
}
