using Ishenim.Core.Calendar;

namespace Ishenim.Core.Commission;

/// <summary>In which days of a half-year the commission's meetings count (C2): September to December, January to May.</summary>
public static class MeetingTerm
{
    /// <summary>Days before the end of a half-year on which those concerned are warned, the first first.</summary>
    public static readonly IReadOnlyList<int> WarnBefore = [45, 21, 7];

    /// <summary>Days of a half-year that a new commission must have had, for its meetings to be asked of it.</summary>
    public const int LeastDays = 45;

    /// <summary>The last day on which a meeting counts. A half-year of letters goes on through the summer, the commission's does not.</summary>
    public static DateOnly LastMeetingDay(this HalfYear half) => half.Number == 1 ? half.LastDay : new DateOnly(half.Year.Begins + 1, 5, 31);

    public static HalfYear Next(this HalfYear half) => half.Number == 1 ? HalfYear.Second(half.Year) : HalfYear.First(half.Year.Next);

    /// <summary>
    /// The first half-year whose meetings are asked: that in which the school's first commission was convened, where at
    /// least <see cref="LeastDays"/> days of it were left; else the next. Of a commission that the school brought with it
    /// (X8) the meetings of that half-year are on paper, and it is asked from the next on, too.
    /// </summary>
    public static HalfYear FirstAsked(DateOnly convened, bool takenOver)
    {
        var half = HalfYear.From(convened);
        return takenOver || half.LastMeetingDay().DayNumber - convened.DayNumber < LeastDays ? half.Next() : half;
    }

    /// <summary>Which warning a day calls for; null: none yet, or the half-year is over.</summary>
    public static int? WarningOn(DateOnly today, DateOnly last)
    {
        var left = last.DayNumber - today.DayNumber;
        return left < 0 ? null : WarnBefore.Where(days => left <= days).Select(days => (int?)days).Min();
    }

    /// <summary>Two working days for the meetings that are missing, at a third and at two thirds of what is left; fewer where there are not so many.</summary>
    public static IReadOnlyList<DateOnly> Proposed(DateOnly today, DateOnly last, SchoolCalendar calendar)
    {
        var days = Enumerable.Range(1, Math.Max(0, last.DayNumber - today.DayNumber)).Select(today.AddDays).Where(calendar.IsWorkingDay).ToList();
        return days.Count < 2 ? days : [days[days.Count / 3], days[days.Count * 2 / 3]];
    }
}
