using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Asking;

/// <summary>The term stands still: the writer was asked something.</summary>
/// <param name="Sequence">Of the step in the letter.</param>
/// <param name="From">The day of the question.</param>
/// <param name="Until">The last day on which the term stands still.</param>
/// <param name="Due">The last day for the answer as it was before.</param>
internal sealed record Pause(int Sequence, DateOnly From, DateOnly Until, DateOnly Due)
{
    public bool IsRunning(DateOnly today) => today <= Until;
}

internal static class Pausing
{
    /// <summary>The pause that the writer has not ended by an answer; null: there is none.</summary>
    public static async Task<Pause?> PauseAsync(this HeldAppeal held)
    {
        var steps = await held.Db.Set<Part>().AsNoTracking().Where(part => part.Appeal == held.Row.Id && part.Kind == PartKind.Step)
            .OrderByDescending(part => part.Sequence).ToListAsync();
        foreach (var part in steps.Where(part => held.Keys.Has(part.Class, part.Epoch)))
            switch (held.Keys.OpenRecord<Step>(part))
            {
                case { Kind: StepKind.Asked, Until: { } until, Due: { } due }:
                    return new Pause(part.Sequence, part.Day, until, due);
                case { Kind: StepKind.Resumed or StepKind.Extended or StepKind.Reopened or StepKind.ConsideredAgain }:
                    return null;
            }
        return null;
    }

    /// <summary>The writer has answered: only the working days until then stood still. Called when a reader opens the letter.</summary>
    public static async Task ResumeAsync(this HeldAppeal held)
    {
        if (!held.Facts.IsWaiting() || held.Facts.TermSetTo is null || await held.PauseAsync() is not { } pause)
            return;
        var answered = await held.Db.Set<Part>().AsNoTracking()
            .Where(part => part.Appeal == held.Row.Id && part.Side == AuthorSide.Writer && part.Kind == PartKind.Text && part.Sequence > pause.Sequence && part.AppearsAt <= held.Actor.At)
            .OrderBy(part => part.Sequence).Select(part => (DateOnly?)part.Day).FirstOrDefaultAsync();
        if (answered is not { } day || day > pause.Until)
            return;
        var school = await held.Db.Set<School>().AsNoTracking().SingleAsync();
        var calendar = school.Calendar();
        var stood = 0;
        for (var one = pause.From.AddDays(1); one <= day; one = one.AddDays(1))
            stood += calendar.IsWorkingDay(one) ? 1 : 0;
        var due = stood == 0 ? pause.Due : calendar.AddWorkingDays(pause.Due, stood);
        await held.AddStepAsync(new Step { Kind = StepKind.Resumed, Reason = "", Until = due });
        if (due != held.Facts.DueOn)
            held.Move(due, JournalVerb.TermResumed);
        await held.Db.SaveChangesAsync();
        await held.JournalAsync(JournalVerb.TermResumed);
    }

    /// <summary>The last day for the answer becomes another one; the old one is kept with the letter.</summary>
    public static void Move(this HeldAppeal held, DateOnly due, string why)
    {
        var former = new FormerDeadline(held.Facts.DueOn, due, held.Actor.Today, why);
        held.Change(held.Facts with { DueOn = due, TermSetTo = due });
        held.Seal(held.Sealed with { FormerDeadlines = [.. held.Sealed.FormerDeadlines, former] });
    }
}
