using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>What a meeting decided on a letter.</summary>
/// <param name="Item">The item of its agenda.</param>
/// <param name="HeldOn">The day of the meeting.</param>
/// <param name="Texts">The decisions, in their order; of a restricted letter, what its minutes say.</param>
public sealed record LetterDecision(Guid Item, DateOnly HeldOn, IReadOnlyList<string> Texts);

/// <summary>Decisions from which an answer to the writer can be drafted. A reader sends it, and closes the letter, by hand.</summary>
public sealed class LetterDecisions(AppealDesk desk)
{
    /// <summary>Those of meetings that are over, the newest first; none: nothing was decided, or there is no such letter for this reader.</summary>
    public async Task<IReadOnlyList<LetterDecision>> OfAsync(Actor actor, AppealId id)
    {
        var found = new List<LetterDecision>();
        await desk.WithAsync(actor, id, async held =>
        {
            foreach (var (item, meeting) in await held.Db.AgendasAsync(id))
                if (meeting.State is MeetingState.Ended or MeetingState.Signed && await TextsAsync(held, item) is { Count: > 0 } texts)
                    found.Add(new LetterDecision(item.Id, meeting.HeldOn!.Value, texts));
        });
        return found;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(HeldAppeal held, AgendaItem item)
    {
        var decided = await held.Db.Set<Decision>().AsNoTracking().Where(one => one.Item == item.Id && one.State != DecisionState.Dropped).OrderBy(one => one.Place).Select(one => one.Text).ToListAsync();
        if (item.Restricted && (await held.Db.MinutesAsync(held.Actor, [item])).GetValueOrDefault(item.Id) is { Resolved.Length: > 0 } minutes)
            decided.Add(minutes.Resolved);
        return decided;
    }
}
