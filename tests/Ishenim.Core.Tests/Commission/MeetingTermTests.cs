using System.Globalization;
using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;

namespace Ishenim.Core.Tests.Commission;

/// <summary>Pure arithmetic of half-years.</summary>
public sealed class MeetingTermTests
{
    [Theory]
    [InlineData("2026-11-15", null)]
    [InlineData("2026-11-16", 45)]
    [InlineData("2026-12-09", 45)]
    [InlineData("2026-12-10", 21)]
    [InlineData("2026-12-23", 21)]
    [InlineData("2026-12-24", 7)]
    [InlineData("2026-12-31", 7)]
    [InlineData("2027-01-01", null)]
    public void WarningOn_DayBeforeTheYearEnds_IsTheNextOne(string today, int? expected) =>
        Assert.Equal(expected, MeetingTerm.WarningOn(Day(today), new DateOnly(2026, 12, 31)));

    [Theory]
    [InlineData("2026-09-03", false, "2026–2027, 1")]
    [InlineData("2026-11-16", false, "2026–2027, 1")]
    [InlineData("2026-11-17", false, "2026–2027, 2")]
    [InlineData("2026-09-03", true, "2026–2027, 2")]
    [InlineData("2027-07-01", false, "2027–2028, 1")]
    public void FirstAsked_ConvenedOn_IsTheHalfYearWithTimeEnough(string convened, bool takenOver, string expected) =>
        Assert.Equal(expected, MeetingTerm.FirstAsked(Day(convened), takenOver).ToString());

    [Fact]
    public void LastMeetingDay_SecondHalf_IsInMay() => Assert.Equal(
        (new DateOnly(2026, 12, 31), new DateOnly(2027, 5, 31)),
        (HalfYear.First(SchoolYear.BeginningIn(2026)).LastMeetingDay(), HalfYear.Second(SchoolYear.BeginningIn(2026)).LastMeetingDay()));

    [Fact]
    public void Proposed_AnyDay_AreWorkingDaysLeftOfTheHalfYear()
    {
        var (calendar, last) = (new SchoolCalendar(WorkingWeek.MondayToFriday), new DateOnly(2026, 12, 31));
        for (var today = new DateOnly(2026, 11, 1); today <= last; today = today.AddDays(1))
        {
            var proposed = MeetingTerm.Proposed(today, last, calendar);
            Assert.All(proposed, day => Assert.True(calendar.IsWorkingDay(day) && today < day && day <= last, $"{today}: {day}"));
            Assert.Equal(proposed.Distinct().Order(), proposed);
            Assert.Equal(today < new DateOnly(2026, 12, 30) ? 2 : today < last ? 1 : 0, proposed.Count);
        }
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
