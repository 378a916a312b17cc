using Ishenim.Core.Calendar;

namespace Ishenim.Core.Schools;

public static class SchoolCalendars
{
    /// <summary>The working days of the school: the week by its rule, less the holidays of the Labour Code, and what was set by hand.</summary>
    public static SchoolCalendar Calendar(this School school) => new(school.Rules().WeekAt, school.Kept().Days);

    /// <summary>The rules of the school with the days from which they hold.</summary>
    public static RuleBook Rules(this School school) => new(school.Kept().Rules, school.Settings);

    /// <summary>What was set by hand; empty where nothing was.</summary>
    public static CalendarBook Kept(this School school) => school.CalendarBook ?? CalendarBook.Empty;

    /// <summary>Working days in which any letter of that day is answered: what writers are promised before they say who they are.</summary>
    public static int AnswerDays(this School school, DateOnly day)
    {
        var rules = school.Rules();
        return Math.Max(rules.At(RuleKind.AnswerSigned, day), rules.At(RuleKind.AnswerAnonymous, day));
    }
}
