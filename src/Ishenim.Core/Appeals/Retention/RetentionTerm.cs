using Ishenim.Core.Calendar;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>How long a letter's content is kept after its consideration ended.</summary>
public static class RetentionTerm
{
    /// <summary>
    /// The term of the day on which it ended, or today's where that is longer: a law that has letters kept longer holds
    /// for those that are there, one that has them kept shorter for those that come.
    /// </summary>
    public static int Years(this RuleBook rules, DateOnly ended, DateOnly today) =>
        Math.Max(rules.At(RuleKind.Retention, ended), rules.At(RuleKind.Retention, today));

    /// <summary>Whether the term is over: the day that many years later has passed.</summary>
    public static bool IsTermOver(this RuleBook rules, DateOnly ended, DateOnly today) => ended.AddYears(rules.Years(ended, today)) < today;

    /// <summary>What the term rests on; empty: what the school began with.</summary>
    public static string GroundOf(this RuleBook rules, DateOnly ended, DateOnly today)
    {
        var day = rules.At(RuleKind.Retention, today) > rules.At(RuleKind.Retention, ended) ? today : ended;
        return rules.InForce(RuleKind.Retention, day)?.Ground ?? "";
    }

    /// <summary>No letter that ended after this day can be due, whatever the rules.</summary>
    internal static DateOnly Latest(this RuleBook rules, DateOnly today) =>
        today.AddYears(-rules.Of(RuleKind.Retention).Select(rule => rule.Value).Append(rules.Start(RuleKind.Retention)).Min());
}
