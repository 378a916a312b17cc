using Ishenim.Core.Calendar;

namespace Ishenim.Core.Boxes;

/// <summary>When a box has to be opened again. Pure arithmetic: days, orders and the calendar in, a day out.</summary>
public static class OpeningTerm
{
    /// <summary>
    /// The last day for the next opening: the first on which as many calendar days have passed as the rule of that very
    /// day says (an order's, where one covers it), moved before a day off. So an order stretches the wait at most to
    /// its own last day.
    /// </summary>
    /// <param name="last">The day of the last opening.</param>
    /// <param name="usual">Calendar days by the rule of a day where no order holds.</param>
    /// <param name="orders">Orders; of several that cover a day, the one that began last.</param>
    /// <param name="calendar">The school's working days.</param>
    public static DateOnly DueDay(DateOnly last, Func<DateOnly, int> usual, IReadOnlyCollection<OpeningInterval> orders, SchoolCalendar calendar)
    {
        var days = 1;
        while (days < DaysAt(last.AddDays(days), usual, orders))
            days++;
        return calendar.OpeningDueDay(last, days);
    }

    /// <summary>Calendar days between openings by the rule of that day.</summary>
    public static int DaysAt(DateOnly day, Func<DateOnly, int> usual, IReadOnlyCollection<OpeningInterval> orders) =>
        orders.Where(order => order.Covers(day)).MaxBy(order => order.From)?.Days ?? usual(day);
}
