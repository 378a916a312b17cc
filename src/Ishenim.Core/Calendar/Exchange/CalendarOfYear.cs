using Ishenim.Core.Schools;

namespace Ishenim.Core.Calendar.Exchange;

public static class CalendarOfYear
{
    /// <summary>A year as events: the holidays of the law, aits that are still expected marked so, and what the school set itself.</summary>
    /// <param name="school">Whose.</param>
    /// <param name="year">A calendar year.</param>
    /// <param name="nameOf">How a holiday is called.</param>
    public static IReadOnlyList<CalendarEvent> Events(this School school, int year, Func<HolidayKind, string> nameOf)
    {
        var (calendar, kept) = (school.Calendar(), school.Kept());
        var holidays = Holidays.In(year).Where(holiday => kept.On(holiday.Day) is null && calendar.HolidaysOn(holiday.Day).Any())
            .Select(holiday => new CalendarEvent(holiday.Day, holiday.Day, nameOf(holiday.Kind), holiday.Expected ? EventMark.Expected : EventMark.Holiday));
        var own = kept.Days.Where(day => day.Day.Year == year).Select(day => new CalendarEvent(day.Day, day.Day, day.Name, MarkOf(day.Change)));
        return [.. holidays.Concat(own).OrderBy(one => one.First)];
    }

    private static EventMark MarkOf(DayChange change) => change switch
    {
        DayChange.WorkingDay => EventMark.WorkingDay,
        DayChange.NoAit => EventMark.NoAit,
        _ => EventMark.DayOff,
    };
}
