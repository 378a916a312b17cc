using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>What becomes of decisions: carried out, with what shows it, or given up by the commission, with the reason.</summary>
public sealed class Decisions(DatabaseGate database)
{
    /// <exception cref="DecisionNotOpen">It was ended already, or the meeting goes on.</exception>
    /// <exception cref="OnlyOwnerEndsDecision">Somebody else; or its owner, who cannot give it up.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it.</exception>
    public async Task EndAsync(Actor actor, Guid id, DecisionEnd end)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var decision = await db.Set<Decision>().SingleOrDefaultAsync(one => one.Id == id && one.State == DecisionState.Open) ?? throw new DecisionNotOpen();
            if (await db.Set<Meeting>().AnyAsync(meeting => meeting.Id == decision.Meeting && meeting.State == MeetingState.Held))
                throw new DecisionNotOpen();
            var leads = await db.CommissionAsync() is { } commission && commission.IsLedBy(actor);
            if (!leads && !(decision.Owner == actor.Person && end.State == DecisionState.Done))
                throw new OnlyOwnerEndsDecision();
            db.Entry(decision).Property(one => one.Version).OriginalValue = end.Version;
            (decision.State, decision.Evidence, decision.EndedOn, decision.EndedBy, decision.Version) = (end.State, end.Evidence, actor.Today, actor.Person, end.Version + 1);
            await db.SaveChangesAsync();
            var verb = end.State == DecisionState.Done ? JournalVerb.DecisionDone : JournalVerb.DecisionDropped;
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: $"decision:{id:N}"));
        });
    }
}
