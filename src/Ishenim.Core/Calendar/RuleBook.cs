using Ishenim.Core.Schools;

namespace Ishenim.Core.Calendar;

/// <summary>
/// The rules of a school, each with the day from which it holds. Before the first of a kind holds what the school began
/// with: the law's value as this program knew it, or what was set at set-up.
/// </summary>
/// <param name="added">In the order in which they were entered: of two from the same day the later one corrects the other.</param>
/// <param name="start">What the school began with.</param>
public sealed class RuleBook(IReadOnlyList<DatedRule> added, SchoolSettings start)
{
    /// <summary>The value that holds on a day.</summary>
    public int At(RuleKind kind, DateOnly day) => InForce(kind, day)?.Value ?? Start(kind);

    /// <summary>The rule that holds on a day; null: what the school began with.</summary>
    public DatedRule? InForce(RuleKind kind, DateOnly day)
    {
        DatedRule? found = null;
        foreach (var rule in added)
            if (rule.Kind == kind && rule.From <= day && (found is null || rule.From >= found.From))
                found = rule;
        return found;
    }

    /// <summary>Every rule of a kind that ever was entered, the newest first.</summary>
    public IReadOnlyList<DatedRule> Of(RuleKind kind) =>
        [.. added.Select((rule, place) => (rule, place)).Where(one => one.rule.Kind == kind)
            .OrderByDescending(one => one.rule.From).ThenByDescending(one => one.place).Select(one => one.rule)];

    public WorkingWeek WeekAt(DateOnly day) => At(RuleKind.Week, day) == 6 ? WorkingWeek.MondayToSaturday : WorkingWeek.MondayToFriday;

    /// <summary>What held before any rule was entered.</summary>
    public int Start(RuleKind kind) => kind switch
    {
        RuleKind.AnswerSigned or RuleKind.AnswerAnonymous => start.AnswerWorkingDays,
        RuleKind.Registration => 1,
        RuleKind.Warning => 4,
        RuleKind.Extension => 30,
        RuleKind.Redirect => 3,
        RuleKind.Week => start.SixDayWeek ? 6 : 5,
        RuleKind.Opening => start.OpeningEveryDays,
        // The law says nothing of it: a school that wants it says so.
        RuleKind.Pause => 0,
        // The law would allow it; the regulation promises otherwise (G3).
        RuleKind.NoName => 0,
        RuleKind.Retention => 5,
        RuleKind.BackupsKept => 35,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
