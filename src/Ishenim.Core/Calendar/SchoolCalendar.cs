using System.Collections.Concurrent;

namespace Ishenim.Core.Calendar;

/// <summary>
/// A school's working days, and the deadlines that are counted in them. A day set by hand (a decree moves one, an ait comes
/// a day later) goes before weekend and holiday.
/// </summary>
/// <param name="week">The days of the week the school's office works, on that day.</param>
/// <param name="days">Days that differ from weekend and <see cref="Holidays"/>, each once.</param>
public sealed class SchoolCalendar(Func<DateOnly, WorkingWeek> week, IEnumerable<CalendarDay> days)
{
    private readonly Dictionary<DateOnly, DayChange> changes = days.ToDictionary(day => day.Day, day => day.Change);
    private readonly ConcurrentDictionary<int, IReadOnlyList<Holiday>> holidays = new();

    /// <summary>A calendar whose week never changes.</summary>
    public SchoolCalendar(WorkingWeek week, params IEnumerable<CalendarDay> days)
        : this(_ => week, days)
    {
    }

    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="Holidays.Years"/>.</exception>
    public bool IsWorkingDay(DateOnly day) => changes.TryGetValue(day, out var change) && change != DayChange.NoAit
        ? change == DayChange.WorkingDay
        : !IsWeekend(day) && !HolidaysOn(day).Any();

    /// <summary>The holidays of a day, without an ait that was announced for another one.</summary>
    public IEnumerable<Holiday> HolidaysOn(DateOnly day)
    {
        var lifted = changes.TryGetValue(day, out var change) && change == DayChange.NoAit;
        return holidays.GetOrAdd(day.Year, Holidays.In).Where(holiday => holiday.Day == day && !(lifted && holiday.Kind.IsAit()));
    }

    /// <summary>The first working day after <paramref name="day"/>, never the day itself.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => Step(day, 1);

    /// <summary>The last working day before <paramref name="day"/>, never the day itself.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day) => Step(day, -1);

    /// <summary>
    /// The working day <paramref name="count"/> working days after <paramref name="day"/> (before it, if
    /// negative); 0 gives the day itself, working or not.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0; left--)
            day = Step(day, Math.Sign(count));
        return day;
    }

    /// <summary>The day that stands in the register for a letter: a letter of a day off has the next working day's.</summary>
    public DateOnly RegistrationDay(DateOnly received) => IsWorkingDay(received) ? received : NextWorkingDay(received);

    /// <summary>The last day for an answer; day 1 is the working day after registration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 working day.</exception>
    public DateOnly DueDay(DateOnly registered, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        return AddWorkingDays(registered, workingDays);
    }

    /// <summary>
    /// The last day for the box's next opening, counted in calendar days from the last one that took
    /// place; a day off moves it to the working day before. If there is none after the last opening
    /// (a long holiday, a short interval), the first working day after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 calendar day.</exception>
    public DateOnly OpeningDueDay(DateOnly lastOpening, int calendarDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calendarDays, 1);
        var due = lastOpening.AddDays(calendarDays);
        if (!IsWorkingDay(due))
            due = PreviousWorkingDay(due);
        return due > lastOpening ? due : NextWorkingDay(lastOpening);
    }

    private DateOnly Step(DateOnly day, int direction)
    {
        do
            day = day.AddDays(direction);
        while (!IsWorkingDay(day));
        return day;
    }

    private bool IsWeekend(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && week(day) == WorkingWeek.MondayToFriday);
}
