using System.Globalization;
using Ishenim.Core.Calendar;

namespace Ishenim.Core.Tests.Calendar;

/// <summary>
/// Fourteen working days from registration on, over three years, from a count of its own outside this program, checked by
/// hand here and there: without a holiday 18 days after a Monday and 20 after any other day; beside a row stand the holidays
/// on working days of the week that push it on.
/// </summary>
public sealed class DeadlinesOfThreeYearsTests
{
    [Theory]
    [InlineData("2025-01-08", "2025-01-28")]
    [InlineData("2025-01-31", "2025-02-20")]
    [InlineData("2025-02-20", "2025-03-12")]
    [InlineData("2025-03-03", "2025-03-24")] // 21.03
    [InlineData("2025-03-20", "2025-04-10")] // 21.03
    [InlineData("2025-04-14", "2025-05-13")] // 01.05, 02.05, 05.05, 06.05, 07.05, 08.05, 09.05
    [InlineData("2025-04-25", "2025-05-26")] // 01.05, 02.05, 05.05, 06.05, 07.05, 08.05, 09.05
    [InlineData("2025-05-12", "2025-05-30")]
    [InlineData("2025-05-26", "2025-06-16")] // 06.06
    [InlineData("2025-06-05", "2025-06-26")] // 06.06
    [InlineData("2025-07-01", "2025-07-21")]
    [InlineData("2025-08-15", "2025-09-04")]
    [InlineData("2025-08-29", "2025-09-18")]
    [InlineData("2025-09-01", "2025-09-19")]
    [InlineData("2025-10-20", "2025-11-07")]
    [InlineData("2025-10-31", "2025-11-20")]
    [InlineData("2025-12-05", "2025-12-25")]
    [InlineData("2025-12-12", "2026-01-08")] // 01.01, 02.01, 05.01, 06.01, 07.01
    [InlineData("2025-12-31", "2026-01-27")] // 01.01, 02.01, 05.01, 06.01, 07.01
    [InlineData("2026-01-08", "2026-01-28")]
    [InlineData("2026-02-09", "2026-02-27")]
    [InlineData("2026-02-27", "2026-03-19")]
    [InlineData("2026-03-06", "2026-03-27")] // 20.03
    [InlineData("2026-03-19", "2026-04-09")] // 20.03
    [InlineData("2026-04-01", "2026-04-21")]
    [InlineData("2026-04-20", "2026-05-18")] // 01.05, 04.05, 05.05, 06.05, 07.05, 08.05
    [InlineData("2026-04-30", "2026-05-29")] // 01.05, 04.05, 05.05, 06.05, 07.05, 08.05, 27.05
    [InlineData("2026-05-11", "2026-06-01")] // 27.05
    [InlineData("2026-05-26", "2026-06-16")] // 27.05
    [InlineData("2026-06-15", "2026-07-03")]
    [InlineData("2026-07-20", "2026-08-07")]
    [InlineData("2026-08-17", "2026-09-07")] // 31.08
    [InlineData("2026-08-28", "2026-09-18")] // 31.08
    [InlineData("2026-09-01", "2026-09-21")]
    [InlineData("2026-10-26", "2026-11-13")]
    [InlineData("2026-11-02", "2026-11-20")]
    [InlineData("2026-12-10", "2026-12-30")]
    [InlineData("2026-12-18", "2027-01-14")] // 01.01, 04.01, 05.01, 06.01, 07.01
    [InlineData("2026-12-31", "2027-01-27")] // 01.01, 04.01, 05.01, 06.01, 07.01
    [InlineData("2027-01-08", "2027-01-28")]
    [InlineData("2027-02-19", "2027-03-15")] // 08.03, 09.03
    [InlineData("2027-03-05", "2027-03-29")] // 08.03, 09.03
    [InlineData("2027-03-19", "2027-04-08")]
    [InlineData("2027-04-12", "2027-04-30")]
    [InlineData("2027-04-30", "2027-05-27")] // 03.05, 04.05, 05.05, 06.05, 07.05
    [InlineData("2027-05-10", "2027-05-28")]
    [InlineData("2027-05-14", "2027-06-03")]
    [InlineData("2027-06-01", "2027-06-21")]
    [InlineData("2027-07-15", "2027-08-04")]
    [InlineData("2027-08-16", "2027-09-06")] // 31.08
    [InlineData("2027-08-30", "2027-09-20")] // 31.08
    [InlineData("2027-09-01", "2027-09-21")]
    [InlineData("2027-10-25", "2027-11-12")]
    [InlineData("2027-11-05", "2027-11-25")]
    [InlineData("2027-12-10", "2027-12-30")]
    [InlineData("2027-12-17", "2028-01-13")] // 03.01, 04.01, 05.01, 06.01, 07.01
    [InlineData("2027-12-31", "2028-01-27")] // 03.01, 04.01, 05.01, 06.01, 07.01
    public void DueDay_FiveDayWeek_AsCountedByHand(string registered, string due) => AssertDue(new SchoolCalendar(WorkingWeek.MondayToFriday), registered, due);

    [Theory]
    [InlineData("2025-01-31", "2025-02-17")]
    [InlineData("2025-03-03", "2025-03-20")] // 08.03
    [InlineData("2025-04-25", "2025-05-21")] // 01.05, 02.05, 03.05, 05.05, 06.05, 07.05, 08.05, 09.05
    [InlineData("2025-05-26", "2025-06-12")] // 06.06
    [InlineData("2025-08-15", "2025-09-01")]
    [InlineData("2025-10-31", "2025-11-17")]
    [InlineData("2025-12-31", "2026-01-23")] // 01.01, 02.01, 03.01, 05.01, 06.01, 07.01
    [InlineData("2026-01-08", "2026-01-24")]
    [InlineData("2026-03-06", "2026-03-25")] // 20.03, 21.03
    [InlineData("2026-04-30", "2026-05-26")] // 01.05, 02.05, 04.05, 05.05, 06.05, 07.05, 08.05, 09.05
    [InlineData("2026-05-11", "2026-05-28")] // 27.05
    [InlineData("2026-08-28", "2026-09-15")] // 31.08
    [InlineData("2026-12-10", "2026-12-26")]
    [InlineData("2026-12-31", "2027-01-23")] // 01.01, 02.01, 04.01, 05.01, 06.01, 07.01
    [InlineData("2027-02-19", "2027-03-10")] // 08.03, 09.03
    [InlineData("2027-03-05", "2027-03-24")] // 08.03, 09.03
    [InlineData("2027-04-30", "2027-05-25")] // 01.05, 03.05, 04.05, 05.05, 06.05, 07.05, 08.05
    [InlineData("2027-07-15", "2027-07-31")]
    [InlineData("2027-08-30", "2027-09-16")] // 31.08
    [InlineData("2027-12-31", "2028-01-24")] // 01.01, 03.01, 04.01, 05.01, 06.01, 07.01
    public void DueDay_SixDayWeek_AsCountedByHand(string registered, string due) => AssertDue(new SchoolCalendar(WorkingWeek.MondayToSaturday), registered, due);

    /// <summary>8 and 9 January 2026 were granted to budget bodies; each day off pushes by a working day, over a weekend too.</summary>
    [Theory]
    [InlineData("2025-12-12", "2026-01-12")]
    [InlineData("2025-12-31", "2026-01-29")]
    [InlineData("2026-01-06", "2026-01-29")]
    public void DueDay_BudgetBodiesDaysOff_PushOn(string registered, string due) => AssertDue(
        new SchoolCalendar(WorkingWeek.MondayToFriday, Holidays.BudgetBodiesDaysOff2026.Select(day => Set(day, DayChange.DayOff))), registered, due);

    /// <summary>Kurman ait of 2026 a day later, and Orozo ait of 2027 a day sooner, on a Monday that is Women's Day anyway.</summary>
    [Theory]
    [InlineData("2026-05-11", "2026-06-01")]
    [InlineData("2026-05-07", "2026-05-29")]
    [InlineData("2027-03-05", "2027-03-26")]
    public void DueDay_AitsMoved_FollowTheAnnouncedDays(string registered, string due) => AssertDue(
        new SchoolCalendar(
            WorkingWeek.MondayToFriday,
            Set(new(2026, 5, 27), DayChange.NoAit), Set(new(2026, 5, 28), DayChange.DayOff), Set(new(2027, 3, 9), DayChange.NoAit), Set(new(2027, 3, 8), DayChange.DayOff)),
        registered, due);

    private static CalendarDay Set(DateOnly day, DayChange change) => new() { Day = day, Change = change, Name = "Күн" };

    private static void AssertDue(SchoolCalendar calendar, string registered, string due)
    {
        Assert.True(calendar.IsWorkingDay(Day(due)));
        Assert.Equal(Day(due), calendar.DueDay(Day(registered), 14));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
