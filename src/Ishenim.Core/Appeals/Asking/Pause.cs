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
/// <param name="Days">For how many working days the last day moved at once.</param>
internal sealed record Pause(int Sequence, DateOnly From, DateOnly Until, int Days)
{
    public bool IsRunning(DateOnly today) => today <= Until;
}

internal static class Pausing
{
    /// <summary>The pause that the writer has not ended by an answer; null: there is none.</summary>
    public static async Task<Pause?> PauseAsync(this HeldAppeal held) =>
        held.PauseIn(await held.Db.Set<Part>().AsNoTracking().Where(part => part.Appeal == held.Row.Id && part.Kind == PartKind.Step).ToListAsync());

    /// <summary>The same among parts that are at hand.</summary>
    public static Pause? PauseIn(this HeldAppeal held, IEnumerable<Part> parts)
    {
        foreach (var part in parts.Where(part => part.Kind == PartKind.Step && held.Keys.Has(part.Class, part.Epoch)).OrderByDescending(part => part.Sequence))
            switch (held.Keys.OpenRecord<Step>(part))
            {
                case { Kind: StepKind.Asked, Until: { } until, Days: { } days }:
                    return new Pause(part.Sequence, part.Day, until, days);
                case { Kind: StepKind.Resumed or StepKind.Extended or StepKind.Reopened or StepKind.ConsideredAgain }:
                    return null;
            }
        return null;
    }

    /// <summary>The writer has answered: only the working days until then stood still. Called when a reader opens the letter.</summary>
    public static async Task ResumeAsync(this HeldAppeal held)
    {
        if (!held.Facts.IsWaiting() || held.Facts.TermStood is not > 0 || await held.PauseAsync() is not { } pause)
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
        held.Stand(school, stood - pause.Days, JournalVerb.TermResumed);
        await held.AddStepAsync(new Step { Kind = StepKind.Resumed, Reason = "", Until = held.Facts.DueOn });
        await held.Db.SaveChangesAsync();
        await held.JournalAsync(JournalVerb.TermResumed);
    }

    /// <summary>The term stands still for so many working days more, or fewer.</summary>
    public static void Stand(this HeldAppeal held, School school, int days, string why)
    {
        var facts = held.Facts with { TermStood = Math.Max(0, (held.Facts.TermStood ?? 0) + days) };
        held.Move(facts with { DueOn = school.DueDay(facts) }, why);
    }

    /// <summary>The last day for the answer becomes another one; the old one is kept with the letter.</summary>
    public static void Move(this HeldAppeal held, AppealFacts facts, string why)
    {
        var former = new FormerDeadline(held.Facts.DueOn, facts.DueOn, held.Actor.Today, why);
        held.Change(facts);
        if (former.Old != former.New)
            held.Seal(held.Sealed with { FormerDeadlines = [.. held.Sealed.FormerDeadlines, former] });
    }
}
