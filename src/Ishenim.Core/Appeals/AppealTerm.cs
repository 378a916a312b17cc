using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Appeals;

/// <summary>When a letter has to be answered: the one place where rule, calendar and letter meet.</summary>
public static class AppealTerm
{
    /// <summary>
    /// The last day for the answer. The term is that of the day of registration, whatever a later rule says; the working
    /// days are those of today's calendar.
    /// </summary>
    public static DateOnly DueDay(School school, DateOnly registered, bool signed) =>
        school.Calendar().DueDay(registered, school.Rules().At(signed ? RuleKind.AnswerSigned : RuleKind.AnswerAnonymous, registered));

    /// <summary>The same of a letter that is there, which may have been extended, taken up again, or waited for its writer.</summary>
    internal static DateOnly DueDay(this School school, AppealFacts facts)
    {
        var due = facts.TermSetTo ?? DueDay(school, facts.TermFrom ?? facts.RegisteredOn, facts.Signed);
        return facts.TermStood is > 0 and var days ? school.Calendar().AddWorkingDays(due, days) : due;
    }

    /// <summary>Whether an anonymous letter may be left without consideration because it is one: by the rule of the day of its registration.</summary>
    public static bool MayLeaveNameless(this School school, AppealFacts facts) => !facts.Signed && school.Rules().At(RuleKind.NoName, facts.RegisteredOn) == 1;

    /// <summary>A letter that is due on this day or earlier is called due soon.</summary>
    internal static DateOnly SoonUntil(this School school, DateOnly today) =>
        school.Calendar().AddWorkingDays(today, school.Rules().At(RuleKind.Warning, today));
}
