using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Asking;

/// <summary>What the writer is asked, as typed.</summary>
public sealed record NewQuestion
{
    public required string Text { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>By this school's rules the term never stands still.</summary>
public sealed class TermNeverPauses : Refusal;

/// <summary>The writer has been asked, and has not answered yet.</summary>
public sealed class WriterAskedAlready : Refusal;

/// <summary>
/// Asks the writer something, and lets the term stand still until the writer answers, at most for the working days of
/// <see cref="RuleKind.Pause"/>. The last day moves by all of them at once, and back when the answer came earlier: so no
/// letter waits without a day on which it is due (docs/adr/0024).
/// </summary>
public sealed class WriterAsking(AppealDesk desk)
{
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="TermNeverPauses">The rule says so.</exception>
    /// <exception cref="TermNotExtendable">It is answered, or the term is over already.</exception>
    /// <exception cref="WriterAskedAlready">Twice does not stop the term twice.</exception>
    public Task<bool> AskAsync(Actor actor, AppealId id, NewQuestion question) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(question.Version);
        var school = await held.Db.Set<School>().AsNoTracking().SingleAsync();
        var days = school.Rules().At(RuleKind.Pause, actor.Today);
        if (days == 0)
            throw new TermNeverPauses();
        if (!held.Facts.IsWaiting() || held.Facts.IsOverdue(actor.Today))
            throw new TermNotExtendable();
        if (await held.PauseAsync() is { } pause && pause.IsRunning(actor.Today))
            throw new WriterAskedAlready();
        await held.AddAsync(KeyClass.Reply, PartKind.Text, question.Text);
        await AppealAnswering.ForgetDraftAsync(held);
        var until = school.Calendar().AddWorkingDays(actor.Today, days);
        await held.AddStepAsync(new Step { Kind = StepKind.Asked, Reason = "", Until = until, Days = days });
        held.Stand(school, days, JournalVerb.WriterAsked);
        await held.JournalAsync(JournalVerb.WriterAsked);
    });
}
