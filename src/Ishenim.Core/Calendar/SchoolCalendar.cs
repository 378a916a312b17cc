using System.Collections.Concurrent;

namespace Ishenim.Core.Calendar;

/// <summary>
/// A school's working days, and the deadlines that are counted in them. An extra day off or an extra
/// working day (a decree moves one, an ait comes a day later) goes before weekend and holiday; a day in
/// both lists is a working day.
/// </summary>
/// <param name="week">The days of the week the school's office works.</param>
/// <param name="extraDaysOff">Days off beyond weekend and <see cref="Holidays"/>.</param>
/// <param name="extraWorkingDays">Working days on a weekend or holiday.</param>
public sealed class SchoolCalendar(
    WorkingWeek week,
    IEnumerable<DateOnly>? extraDaysOff = null,
    IEnumerable<DateOnly>? extraWorkingDays = null)
{
    private readonly HashSet<DateOnly> off = [.. extraDaysOff ?? []];
    private readonly HashSet<DateOnly> on = [.. extraWorkingDays ?? []];
    private readonly ConcurrentDictionary<int, HashSet<DateOnly>> holidays = new();

    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="Holidays.Years"/>.</exception>
    public bool IsWorkingDay(DateOnly day) =>
        on.Contains(day) || !(off.Contains(day) || IsWeekend(day.DayOfWeek) || IsHoliday(day));

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

    private bool IsWeekend(DayOfWeek day) =>
        day == DayOfWeek.Sunday || (day == DayOfWeek.Saturday && week == WorkingWeek.MondayToFriday);

    private bool IsHoliday(DateOnly day) =>
        holidays.GetOrAdd(day.Year, static year => [.. Holidays.In(year).Select(holiday => holiday.Day)]).Contains(day);
}
