using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Commission.Protocols;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>One item of a meeting, as it is taken up: heard, spoke, voted, decided.</summary>
public sealed partial class ItemModel(MeetingConduct conduct, MeetingPage meeting, DecisionsList list, DeskView desk, IshenimDb db) : PageModel, IShowsAgain
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

    /// <summary>Whether this person writes what is said of a letter: also after the meeting, until the protocol is signed.</summary>
    public bool WritesMinutes => Leads && Item.Kind == AgendaKind.Letter && meeting.Row.State is MeetingState.Held or MeetingState.Ended;

    /// <summary>Who votes in it.</summary>
    public IReadOnlyList<PersonId> Voters { get; private set; } = [];

    /// <summary>Who stands in the second round; empty where anybody can.</summary>
    public IReadOnlyList<PersonId> Again => Item.IsElection && Item.Ballots.Count % 2 == 1 ? Election.ResultOf(Item.Ballots[^1]).Again : [];

    /// <summary>Who can be voted for now.</summary>
    public IReadOnlyList<PersonId> Standing => Again.Count > 1 ? Again
        : [.. meeting.Members.Select(member => member.Person).Where(person => person != (Item.Kind == AgendaKind.ElectSecretary ? meeting.Commission.Chair : meeting.Commission.Secretary))];

    /// <summary>The one after it that is not closed.</summary>
    public AgendaItem? Next => meeting.Items.FirstOrDefault(one => !one.Closed && one.Id != Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        (Heard, Spoke) = (Item.Heard, Item.Spoke);
        return Page();
    }

    public async Task ShowAgainAsync()
    {
        if (!await LoadAsync())
            return;
        (Heard, Spoke) = (Heard ?? Item.Heard, Spoke ?? Item.Spoke);
    }

    private async Task<bool> LoadAsync()
    {
        var item = await db.AgendaFor(desk.Actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id);
        if (item is null || !await meeting.LoadAsync(item.Meeting) || meeting.IsPlanned)
            return false;
        Item = item;
        Voters = [.. (await db.VotersAsync(meeting.Row, item)).OrderBy(person => meeting.NameOf(person), StringComparer.Ordinal)];
        Decisions = await db.Set<Decision>().AsNoTracking().Where(one => one.Item == Id).OrderBy(one => one.Place).ToListAsync();
        People = await db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null).OrderBy(person => person.Name).ToListAsync();
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
