using Ishenim.Core.Journal;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>Writes down what was done about a letter's matter; also after closing, when a promise is kept later.</summary>
public sealed class Measuring(AppealDesk desk)
{
    /// <returns>False: no such letter for this person.</returns>
    public Task<bool> AddAsync(Actor actor, AppealId id, Measure measure) => desk.WithAsync(actor, id, async held =>
    {
        await held.AddMeasureAsync(measure);
        await held.JournalAsync(JournalVerb.MeasureAdded);
    });
}
