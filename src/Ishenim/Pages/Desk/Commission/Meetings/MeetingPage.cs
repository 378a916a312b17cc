using Ishenim.Core.Appeals;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>A meeting as one person sees it. Scoped.</summary>
public sealed class MeetingPage(DeskView desk, IshenimDb db)
{
    public Meeting Row { get; private set; } = null!;

    public Convocation Commission { get; private set; } = null!;

    /// <summary>Without the restricted letters of others.</summary>
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Other meetings that are planned, to which an item can be moved.</summary>
    public IReadOnlyList<Meeting> Others { get; private set; } = [];

    /// <summary>The letters of its agenda that this person holds.</summary>
    public IReadOnlySet<Guid> Held { get; private set; } = new HashSet<Guid>();

    public DeskView Desk => desk;

    /// <summary>Whether this person plans, leads and writes it.</summary>
    public bool Leads => Commission.EndedOn is null && (Commission.IsLedBy(desk.Actor) || Row.Chair == desk.Actor.Person || Row.Secretary == desk.Actor.Person
        || (GoesOn && Row.BegunBy == desk.Actor.Person));

    public bool IsPlanned => Row.State == MeetingState.Planned;

    public bool GoesOn => Row.State == MeetingState.Held;

    public bool IsOver => Row.State is MeetingState.Ended or MeetingState.Signed;

    /// <summary>Who is or was asked to come, in the order of the groups; before it begins without attendance.</summary>
    public IReadOnlyList<ConvocationMember> Members => [.. Commission.At(Row.HeldOn ?? desk.Actor.Today).OrderBy(member => member.Group).ThenBy(member => NameOf(member.Person), StringComparer.Ordinal)];

    public IReadOnlyList<Attendance> Took => [.. Row.Attendances.Where(one => one.TookPart).OrderBy(one => NameOf(one.Person), StringComparer.Ordinal)];

    public IReadOnlyList<Attendance> Absent => [.. Row.Attendances.Where(one => !one.TookPart).OrderBy(one => NameOf(one.Person), StringComparer.Ordinal)];

    public string NameOf(PersonId? person) => desk.NameIn(Names, person);

    public int PlaceOf(AgendaItem item) => Items.ToList().IndexOf(Items.First(one => one.Id == item.Id)) + 1;

    /// <returns>False: no such meeting.</returns>
    public async Task<bool> LoadAsync(MeetingId id)
    {
        var row = await db.Set<Meeting>().AsNoTracking().Include(one => one.Attendances).SingleOrDefaultAsync(one => one.Id == id);
        if (row is null)
            return false;
        Row = row;
        Commission = await db.Set<Convocation>().AsNoTracking().Include(one => one.Members).SingleAsync(one => one.Id == row.Convocation);
        Items = await db.AgendaFor(desk.Actor).AsNoTracking().Where(item => item.Meeting == id).OrderBy(item => item.Place).ToListAsync();
        Others = await db.Set<Meeting>().AsNoTracking().Where(one => one.State == MeetingState.Planned && one.Id != id && one.Convocation == row.Convocation).OrderBy(one => one.PlannedOn).ToListAsync();
        var (me, letters) = (desk.Actor.Person.Value, Items.Where(item => item.Appeal is not null).Select(item => item.Appeal!.Value).ToList());
        var held = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Recipient == me && letters.Contains(grant.Appeal)).Select(grant => grant.Appeal).Distinct().ToListAsync();
        Held = Items.Where(item => item.Appeal is { } appeal && held.Contains(appeal)).Select(item => item.Id).ToHashSet();
        Names = await desk.NamesAsync();
        return true;
    }
}
