using Ishenim.Core.Schools;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>What a file would change in a school's calendar, before anybody says yes.</summary>
/// <param name="Changes">The days that would be set, each with what stands there now.</param>
/// <param name="Same">Days of which the calendar says so already.</param>
/// <param name="Expected">Days of aits that the file itself only expects: they are left as they are.</param>
public sealed record CalendarPlan(IReadOnlyList<PlannedDay> Changes, int Same, int Expected);

public sealed record PlannedDay(CalendarDay Day, CalendarDay? Before);

public static class CalendarPlanning
{
    /// <summary>Of several events of one day the last one counts. A file never takes anything out.</summary>
    public static CalendarPlan Plan(this School school, IReadOnlyList<CalendarEvent> events)
    {
        var (calendar, kept, changes) = (school.Calendar(), school.Kept(), new SortedDictionary<DateOnly, PlannedDay>());
        var (same, expected) = (0, 0);
        foreach (var (day, one) in events.SelectMany(one => one.Days.Select(day => (day, one))))
            if (one.Mark == EventMark.Expected)
                expected++;
            else if (Wanted(day, one) is var wanted && (kept.On(day) == wanted || IsSaid(calendar, day, one.Mark)))
                same++;
            else
                changes[day] = new PlannedDay(wanted, kept.On(day));
        return new CalendarPlan([.. changes.Values], same, expected);
    }

    private static CalendarDay Wanted(DateOnly day, CalendarEvent one) => new()
    {
        Day = day, Name = one.Name,
        Change = one.Mark switch
        {
            EventMark.WorkingDay => DayChange.WorkingDay,
            EventMark.NoAit => DayChange.NoAit,
            _ => DayChange.DayOff,
        },
    };

    /// <summary>A holiday or weekend is off anyway; an ait that was only expected is confirmed by the file.</summary>
    private static bool IsSaid(SchoolCalendar calendar, DateOnly day, EventMark mark) => mark is EventMark.Unmarked or EventMark.Holiday
        && !calendar.IsWorkingDay(day) && (mark == EventMark.Holiday || !calendar.HolidaysOn(day).Any(holiday => holiday.Expected));
}
