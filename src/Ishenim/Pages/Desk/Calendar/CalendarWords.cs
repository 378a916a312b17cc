using System.Globalization;
using Ishenim.Core.Calendar;
using Ishenim.Core.Calendar.Exchange;
using Ishenim.Core.Journal;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>The words of calendar and rules.</summary>
internal static class CalendarWords
{
    /// <summary>After which the verb's words say why a deadline moved.</summary>
    private static readonly string[] _reasons =
        [JournalVerb.CalendarDaySet, JournalVerb.CalendarDayRemoved, JournalVerb.CalendarImported, JournalVerb.RuleAdded, JournalVerb.WriterSigned,
        JournalVerb.DeadlineExtended, JournalVerb.WriterAsked, JournalVerb.TermResumed];

    public static string Of(this Say say, HolidayKind kind) => say["holiday." + kind switch
    {
        HolidayKind.NewYear => "newyear",
        HolidayKind.WomensDay => "women",
        HolidayKind.Nooruz => "nooruz",
        HolidayKind.MayDays => "may",
        HolidayKind.IndependenceDay => "independence",
        HolidayKind.OrozoAit => "orozo",
        _ => "kurman",
    }];

    public static string Of(this Say say, DayChange change) => say["dayset." + change switch
    {
        DayChange.WorkingDay => "working",
        DayChange.NoAit => "noait",
        _ => "off",
    }];

    public static string Of(this Say say, RuleKind kind) => say["rule." + kind switch
    {
        RuleKind.AnswerSigned => "signed",
        RuleKind.AnswerAnonymous => "anonymous",
        RuleKind.Registration => "registration",
        RuleKind.Warning => "warning",
        RuleKind.Extension => "extension",
        RuleKind.Redirect => "redirect",
        RuleKind.Week => "week",
        RuleKind.Pause => "pause",
        RuleKind.NoName => "noname",
        RuleKind.Retention => "retention",
        RuleKind.BackupsKept => "backups",
        _ => "opening",
    }];

    /// <summary>What a rule rests on that the school began with.</summary>
    public static string StartOf(this Say say, RuleKind kind) => say["rulestart." + kind switch
    {
        RuleKind.AnswerSigned or RuleKind.AnswerAnonymous => "answer",
        RuleKind.Registration or RuleKind.Extension or RuleKind.Redirect or RuleKind.Retention => "law",
        RuleKind.Opening or RuleKind.NoName => "regulation",
        _ => "school",
    }];

    public static string Of(this Say say, CalendarFault fault) =>
        say["ics." + fault.Kind] + (fault.Line > 0 ? " " + say["icsline", ("n", fault.Line)] : "");

    /// <summary>Why a deadline moved, such as "A day was set in the calendar: 28.05.2026".</summary>
    public static string DeadlineReason(this Say say, string reason)
    {
        var parts = reason.Split(' ');
        if (!_reasons.Contains(parts[0]))
            return say["deadline.reason.other"];
        var day = parts.Length > 1 && DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? $": {Say.ShortDate(on)}" : "";
        return say["journal." + parts[0]] + day;
    }
}
