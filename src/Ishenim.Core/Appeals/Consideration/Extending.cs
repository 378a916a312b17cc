using Ishenim.Core.Appeals.Asking;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>A later last day for the answer, as typed.</summary>
public sealed record NewExtension
{
    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>Gives a letter's consideration more time, as the law allows; its writer is told until when and why.</summary>
public sealed class Extending(AppealDesk desk)
{
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="TermNotExtendable">It is answered, or the term is over already.</exception>
    /// <exception cref="ExtensionDayNotPossible">Not after the old day, a day off, or later than the law allows.</exception>
    public Task<bool> ExtendAsync(Actor actor, AppealId id, NewExtension extension) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(extension.Version);
        var facts = held.Facts;
        if (!facts.IsWaiting() || facts.IsOverdue(actor.Today))
            throw new TermNotExtendable();
        var school = await held.Db.Set<School>().AsNoTracking().SingleAsync();
        var latest = Latest(school, facts);
        if (extension.Until <= facts.DueOn || extension.Until > latest || !school.Calendar().IsWorkingDay(extension.Until))
            throw new ExtensionDayNotPossible(latest);
        held.Move(facts with { DueOn = extension.Until, TermSetTo = extension.Until, TermStood = null }, JournalVerb.DeadlineExtended);
        await held.AddStepAsync(new Step { Kind = StepKind.Extended, Reason = extension.Reason, Until = extension.Until });
        await held.JournalAsync(JournalVerb.DeadlineExtended);
    });

    /// <summary>The last working day to which a letter's term may be extended.</summary>
    public static DateOnly Latest(School school, AppealFacts facts)
    {
        var last = facts.RegisteredOn.AddDays(school.Rules().At(RuleKind.Extension, facts.RegisteredOn));
        return school.Calendar().IsWorkingDay(last) ? last : school.Calendar().PreviousWorkingDay(last);
    }
}
