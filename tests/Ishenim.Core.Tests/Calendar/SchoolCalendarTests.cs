using System.Globalization;
using Ishenim.Core.Calendar;

namespace Ishenim.Core.Tests.Calendar;

/// <summary>Dates counted by hand on a wall calendar.</summary>
public sealed class SchoolCalendarTests
{
    private static readonly SchoolCalendar FiveDays = new(WorkingWeek.MondayToFriday);
    private static readonly SchoolCalendar SixDays = new(WorkingWeek.MondayToSaturday);

    [Theory]
    [InlineData("2025-11-07", true)] // a holiday by name, yet a working day
    [InlineData("2026-02-23", true)]
    [InlineData("2026-04-07", true)]
    [InlineData("2026-03-09", true)] // 8 March is a Sunday and is not moved
    [InlineData("2026-01-08", true)]
    [InlineData("2026-01-07", false)]
    [InlineData("2026-03-20", false)]
    [InlineData("2026-05-27", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2027-03-08", false)]
    [InlineData("2027-03-09", false)]
    [InlineData("2027-05-17", true)] // Kurman ait on Sunday the 16th is not moved
    [InlineData("2028-02-29", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    public void IsWorkingDay_FiveDayWeek_AsTheWallCalendarSays(string day, bool expected) =>
        Assert.Equal(expected, FiveDays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-21", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-05-09", false)] // a Saturday, and Victory Day
    public void IsWorkingDay_SixDayWeek_SaturdayCounts(string day, bool expected) =>
        Assert.Equal(expected, SixDays.IsWorkingDay(Day(day)));

    [Fact]
    public void IsWorkingDay_AitMovedByDecree_FollowsTheLists()
    {
        var moved = new SchoolCalendar(
            WorkingWeek.MondayToFriday, Set("2026-05-28", DayChange.DayOff), Set("2026-05-27", DayChange.NoAit), Set("2026-05-30", DayChange.WorkingDay));
        Assert.True(moved.IsWorkingDay(Day("2026-05-27")));
        Assert.False(moved.IsWorkingDay(Day("2026-05-28")));
        Assert.True(moved.IsWorkingDay(Day("2026-05-30")));
    }

    [Theory]
    [InlineData("2025-12-31", "2026-01-08")]
    [InlineData("2026-04-30", "2026-05-11")]
    [InlineData("2026-11-20", "2026-11-23")]
    [InlineData("2026-11-21", "2026-11-23")]
    [InlineData("2028-02-28", "2028-02-29")]
    [InlineData("2028-02-29", "2028-03-01")]
    public void NextWorkingDay_Day_IsStrictlyAfter(string day, string expected) =>
        Assert.Equal(Day(expected), FiveDays.NextWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-23")]
    [InlineData("2027-01-01", "2027-01-08")]
    [InlineData("2026-03-20", "2026-03-23")]
    public void RegistrationDay_Received_IsThatDayOrTheNextWorkingDay(string received, string expected) =>
        Assert.Equal(Day(expected), FiveDays.RegistrationDay(Day(received)));

    [Theory]
    [InlineData("2025-05-30", "2025-06-20")] // over Kurman ait, a Friday
    [InlineData("2025-12-31", "2026-01-27")] // over New Year
    [InlineData("2026-03-06", "2026-03-27")] // 8 March on a Sunday, Orozo ait on a Friday
    [InlineData("2026-04-30", "2026-05-29")] // over the May days and Kurman ait
    [InlineData("2026-11-02", "2026-11-20")] // 7 and 8 November are no days off
    [InlineData("2027-03-05", "2027-03-29")] // two days off in a row
    [InlineData("2028-02-15", "2028-03-06")] // over 29 February
    public void DueDay_FourteenWorkingDays_DayOneIsTheWorkingDayAfter(string registered, string expected) =>
        Assert.Equal(Day(expected), FiveDays.DueDay(Day(registered), 14));

    [Fact]
    public void DueDay_SixDayWeek_IsSooner() =>
        Assert.Equal(Day("2026-05-26"), SixDays.DueDay(Day("2026-04-30"), 14));

    [Fact]
    public void DueDay_BudgetBodiesDaysOff_AreLeftOut()
    {
        var budgetBody = new SchoolCalendar(WorkingWeek.MondayToFriday, Holidays.BudgetBodiesDaysOff2026.Select(day => new CalendarDay { Day = day, Change = DayChange.DayOff, Name = "Кошумча дем алыш" }));
        Assert.Equal(Day("2026-01-29"), budgetBody.DueDay(Day("2025-12-31"), 14));
    }

    [Theory]
    [InlineData("2026-11-23", -1, "2026-11-20")]
    [InlineData("2026-05-11", -1, "2026-04-30")]
    [InlineData("2026-01-27", -14, "2025-12-31")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    public void AddWorkingDays_BackwardsOrNone_CountsTheSameDays(string day, int count, string expected) =>
        Assert.Equal(Day(expected), FiveDays.AddWorkingDays(Day(day), count));

    [Theory]
    [InlineData("2026-01-20", 15, "2026-02-04")]
    [InlineData("2026-04-17", 15, "2026-04-30")] // 2 May is a day off
    [InlineData("2025-12-22", 15, "2025-12-31")] // 6 January too
    [InlineData("2026-11-06", 15, "2026-11-20")] // a Saturday
    [InlineData("2026-12-31", 3, "2027-01-08")] // no working day before it: the first one after
    public void OpeningDueDay_CalendarDays_MoveBeforeADayOff(string last, int days, string expected) =>
        Assert.Equal(Day(expected), FiveDays.OpeningDueDay(Day(last), days));

    [Fact]
    public void DueDay_NoDays_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FiveDays.DueDay(Day("2026-11-23"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiveDays.OpeningDueDay(Day("2026-11-23"), 0));
    }

    private static CalendarDay Set(string day, DayChange change) => new() { Day = Day(day), Change = change, Name = "Күн" };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
