using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Boxes;

public static class OpeningsJournal
{
    /// <summary>Writes that the journal of openings was printed: the line's fingerprint stands at the print's foot and tells up to where it reaches.</summary>
    public static async Task<Fingerprint> PrintedAsync(this IshenimDb db, Actor actor, SchoolYear year) => Fingerprint.Of(
        await db.JournalLineAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.OpeningsPrinted, Detail: $"openings:{year.Begins}")));
}
