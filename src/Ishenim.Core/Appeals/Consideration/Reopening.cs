using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>Takes a letter up again whose consideration ended. Its writer is told why, and the term begins anew.</summary>
public sealed class Reopening(AppealDesk desk)
{
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="AppealIsOpen">Its consideration has not ended.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else was quicker.</exception>
    public Task<bool> ReopenAsync(Actor actor, AppealId id, string reason, int version) => desk.WithAsync(actor, id, async held =>
    {
        held.Require(version);
        if (!held.Facts.IsOver())
            throw new AppealIsOpen();
        await held.RequireHelpedAsync();
        await OpenAgainAsync(held, StepKind.Reopened, reason);
        await held.JournalAsync(JournalVerb.LetterReopened);
    });

    /// <summary>The term begins anew, and the writer is told.</summary>
    internal static async Task OpenAgainAsync(HeldAppeal held, StepKind kind, string reason)
    {
        var school = await held.Db.Set<School>().AsNoTracking().SingleAsync();
        var again = held.Facts with { State = AppealState.UnderConsideration, TermFrom = held.Actor.Today, TermSetTo = null, TermStood = null, AnsweredOn = null, ClosedOn = null, Outcome = null };
        var due = school.DueDay(again);
        await RestrictAgainAsync(held, again with { DueOn = due });
        // The answer to a letter without a code comes off the board: another one will hang there.
        await held.Db.Set<BoardAnswer>().Where(answer => answer.Appeal == held.Row.Id).ExecuteDeleteAsync();
        held.Row.WrittenAfterClosing = null;
        await held.AddStepAsync(new Step { Kind = kind, Reason = reason, Until = due });
    }

    /// <summary>A letter that is kept from somebody who sees the register leaves it again while it is open; its number stays.</summary>
    private static async Task RestrictAgainAsync(HeldAppeal held, AppealFacts open)
    {
        var roster = await held.Db.RosterAsync();
        if (!roster.Any(person => ReaderRule.KeptFrom(person, held.Sealed) && ReaderRule.Restricts(roster, person.Id)))
        {
            held.Change(open);
            return;
        }
        (held.Row.Facts, held.Row.Restricted) = (null, true);
        await held.Db.HideOnAgendasAsync(held.Row.Id);
        held.Change(open);
    }
}
