using Ishenim.Core.Commission;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Commission.Protocols;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>One item of a meeting, as it is taken up: heard, spoke, voted, decided.</summary>
public sealed partial class ItemModel(MeetingConduct conduct, MeetingPage meeting, DecisionsList list, DeskView desk, IshenimDb db) : PageModel, IShowsAgain, IPlacesRefusals
{
    private static readonly string[] Reports = ["saved", "voted", "unvoted", "decided", "withdrawn", "reopened"];

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Done { get; set; }

    public AgendaItem Item { get; private set; } = null!;

    public MeetingPage Meeting => meeting;

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>Unfinished ones of the meetings before, where the item is about them.</summary>
    public IReadOnlyList<ListedDecision> Earlier { get; private set; } = [];

    /// <summary>Who could own a decision.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public string? Report => Done is not null && Reports.Contains(Done) ? desk.Say["item.done." + Done] : null;

    public bool Leads => meeting.Leads;

    /// <summary>Whether this person writes it now.</summary>
    public bool Writes => Leads && meeting.GoesOn && !Item.Closed;

    /// <summary>Whether this person writes words and decisions: also of the draft, as its chair or secretary, until somebody signs.</summary>
    public bool Drafts => Writes || (meeting.Row.State == MeetingState.Ended && (meeting.Row.Chair == desk.Actor.Person || meeting.Row.Secretary == desk.Actor.Person));

    /// <summary>Whether this person writes what is said of a letter: also after the meeting, until the protocol is signed.</summary>
    public bool WritesMinutes => (Leads || Drafts) && Item.Kind == AgendaKind.Letter && meeting.Row.State is MeetingState.Held or MeetingState.Ended;

    /// <summary>Who votes in it.</summary>
    public IReadOnlyList<PersonId> Voters { get; private set; } = [];

    /// <summary>Who stands in the second round; empty where anybody can.</summary>
    public IReadOnlyList<PersonId> Again => Item.IsElection && Item.Ballots.Count % 2 == 1 ? Election.ResultOf(Item.Ballots[^1]).Again : [];

    /// <summary>Who can be voted for now: the chair is neither director nor responsible person, and no secretary.</summary>
    public IReadOnlyList<PersonId> Standing => Again.Count > 1 ? Again : [.. meeting.Members.Select(member => member.Person).Where(CanStand)];

    /// <summary>The one after it that is not closed.</summary>
    public AgendaItem? Next => meeting.Items.FirstOrDefault(one => !one.Closed && one.Id != Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        // Before the meeting there is nothing to see of an item but its place on the agenda.
        if (meeting.IsPlanned)
            return LocalRedirect(desk.Address($"/desk/commission/meetings/{Item.Meeting}"));
        (Heard, Spoke) = (Item.Heard, Item.Spoke);
        return Page();
    }

    public async Task ShowAgainAsync()
    {
        if (!await LoadAsync())
            return;
        (Heard, Spoke) = (Heard ?? Item.Heard, Spoke ?? Item.Spoke);
    }

    private bool CanStand(PersonId person) => Item.Kind == AgendaKind.ElectSecretary
        ? person != meeting.Commission.Chair
        : person != meeting.Commission.Secretary && People.FirstOrDefault(one => one.Id == person) is { } one && !one.Has(Role.Director) && !one.Has(Role.Responsible) && one.Position != Position.Director;

    public string? FieldOf(Refusal refusal) => refusal switch
    {
        MoreBallotsThanMembers when !Item.IsElection => "vote.for",
        DecisionDayNotPossible => "decide.due",
        DecisionWithoutOwner => "decide.owner",
        _ => null,
    };

    private async Task<bool> LoadAsync()
    {
        var item = await db.AgendaFor(desk.Actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id);
        if (item is null || !await meeting.LoadAsync(item.Meeting))
            return false;
        Item = item;
        Voters = [.. (await db.VotersAsync(meeting.Row, item)).OrderBy(person => meeting.NameOf(person), StringComparer.Ordinal)];
        Decisions = await db.Set<Decision>().AsNoTracking().Where(one => one.Item == Id).OrderBy(one => one.Place).ToListAsync();
        People = await db.Set<Person>().AsNoTracking().Include(person => person.Roles).Where(person => person.LeftOn == null).OrderBy(person => person.Name).ToListAsync();
        if (item.Kind == AgendaKind.EarlierDecisions)
            Earlier = [.. (await list.AllAsync()).Where(one => one.Row.State == DecisionState.Open && one.Row.Meeting != item.Meeting)];
        return true;
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAgainAsync();
        return Item is null ? NotFound() : Page();
    }

    private LocalRedirectResult Back(string done) => LocalRedirect(desk.Address($"/desk/commission/items/{Id}?done={done}"));
}
