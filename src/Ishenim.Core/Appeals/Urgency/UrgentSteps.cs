using System.Text.Json;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>The step-by-step list of an urgent letter (X3): who must be told today, and who was.</summary>
public sealed class UrgentSteps(AppealDesk desk)
{
    /// <summary>Opens the list alone, no text of the letter, and so journals nothing.</summary>
    /// <returns>Null: no such letter for this reader, or it is not urgent.</returns>
    public async Task<UrgentList?> FindAsync(Actor actor, AppealId id)
    {
        UrgentList? list = null;
        await desk.WithAsync(actor, id, async held =>
        {
            if (!held.Facts.Urgent)
                return;
            var parts = await held.Db.Set<Part>().AsNoTracking().Where(part => part.Appeal == id && part.Kind == PartKind.UrgentStep)
                .OrderBy(part => part.Sequence).ToListAsync();
            list = new UrgentList
            {
                Appeal = id, Number = held.Facts.Number, TakenUp = held.Facts.State != AppealState.Registered, IsOver = held.Facts.IsOver(),
                DirectorKept = await IsDirectorKeptAsync(held),
                Taken = held.OpenRecords<StepTaken>(parts.Where(part => held.Keys.Has(part.Class, part.Epoch)), PartKind.UrgentStep),
            };
        });
        return list;
    }

    /// <summary>Writes down who was told. A step may be taken again: somebody else was told, too.</summary>
    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="LetterNotUrgent">There is no such list.</exception>
    /// <exception cref="AppealIsClosed">Consideration ended.</exception>
    /// <exception cref="DirectorIsKeptFromIt">The director is not to be told.</exception>
    public Task<bool> TakeAsync(Actor actor, AppealId id, StepTaken taken) => desk.WithAsync(actor, id, async held =>
    {
        if (!held.Facts.Urgent)
            throw new LetterNotUrgent();
        held.RequireOpen();
        if (taken.Step == UrgentStep.Director && await IsDirectorKeptAsync(held))
            throw new DirectorIsKeptFromIt();
        await held.AddAsync(KeyClass.Desk, PartKind.UrgentStep, JsonSerializer.Serialize(taken));
        await held.JournalAsync(JournalVerb.UrgentStepTaken);
    });

    private static async Task<bool> IsDirectorKeptAsync(HeldAppeal held) => held.Sealed.About.Contains(About.Director)
        || (await held.Db.RosterAsync()).Any(person =>
            (person.Roles.Contains(Role.Director) || person.Position == Position.Director) && ReaderRule.KeptFrom(person, held.Sealed));
}
