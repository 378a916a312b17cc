using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission;

/// <summary>The commission at a glance: who it is, what its half-year asks, its papers.</summary>
public sealed class IndexModel(DeskView desk, IshenimDb db) : PageModel
{
    public Convocation? Now { get; private set; }

    /// <summary>A convocation that is being composed.</summary>
    public Convocation? Draft { get; private set; }

    /// <summary>Those before, the newest first.</summary>
    public IReadOnlyList<Convocation> Former { get; private set; } = [];

    /// <summary>Meetings that are planned, go on, or whose protocol is not signed; the next first.</summary>
    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    /// <summary>Those that are over or were cancelled, the newest first.</summary>
    public IReadOnlyList<Meeting> Past { get; private set; } = [];

    public bool Leads => Now?.IsLedBy(desk.Actor) == true;

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    public DeskView Desk => desk;

    public bool Appoints => desk.Actor.AppointsCommission();

    public async Task OnGetAsync()
    {
        var all = await db.Set<Convocation>().AsNoTracking().Include(one => one.Members).OrderByDescending(one => one.From).ToListAsync();
        (Draft, Now) = (all.Find(one => one.ConvenedOn is null), all.Find(one => one.ConvenedOn is not null && one.EndedOn is null));
        Former = all.FindAll(one => one.EndedOn is not null);
        var meetings = await db.Set<Meeting>().AsNoTracking().OrderBy(one => one.PlannedOn).ThenBy(one => one.PlannedMinute).ToListAsync();
        Coming = meetings.FindAll(one => one.State is MeetingState.Planned or MeetingState.Held or MeetingState.Ended);
        Past = [.. meetings.Where(one => one.State is MeetingState.Signed or MeetingState.Cancelled).Reverse()];
        Names = await desk.NamesAsync();
    }
}
