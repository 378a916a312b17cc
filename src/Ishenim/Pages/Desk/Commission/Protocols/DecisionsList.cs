using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Pages.Desk.Appeals;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk.Commission.Protocols;

/// <summary>A decision with where it was made.</summary>
/// <param name="Row">The decision.</param>
/// <param name="Protocol">As <c>3 (2026–2027)</c>.</param>
/// <param name="Number">As <c>2.1</c>, by the common agenda.</param>
/// <param name="HeldOn">The day of the meeting.</param>
/// <param name="Owner">Whose it is to carry out.</param>
public sealed record ListedDecision(Decision Row, string Protocol, string Number, DateOnly HeldOn, string Owner)
{
    public bool IsOverdue(DateOnly today) => Row.State == DecisionState.Open && Row.DueOn < today;
}

/// <summary>All decisions of the commission; of restricted letters there are none here. Scoped.</summary>
public sealed class DecisionsList(DeskView desk, IshenimDb db)
{
    /// <summary>In the order in which they were made.</summary>
    public async Task<IReadOnlyList<ListedDecision>> AllAsync()
    {
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(meeting => meeting.HeldOn != null && meeting.State != MeetingState.Cancelled).ToDictionaryAsync(meeting => meeting.Id);
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(item => !item.Restricted).OrderBy(item => item.Place).Select(item => new { item.Id, item.Meeting }).ToListAsync();
        var places = items.GroupBy(item => item.Meeting).SelectMany(meeting => meeting.Select((item, i) => (item.Id, Place: i + 1))).ToDictionary(one => one.Id, one => one.Place);
        var names = await desk.NamesAsync();
        var decisions = await db.Set<Decision>().AsNoTracking().ToListAsync();
        return
        [
            .. from decision in decisions
               where meetings.ContainsKey(decision.Meeting) && places.ContainsKey(decision.Item)
               let meeting = meetings[decision.Meeting]
               orderby meeting.HeldOn, meeting.Number, places[decision.Item], decision.Place
               select new ListedDecision(
                   decision, $"{meeting.Number} ({meeting.Year})", $"{places[decision.Item]}.{decision.Place}", meeting.HeldOn!.Value, desk.NameIn(names, decision.Owner)),
        ];
    }
}
