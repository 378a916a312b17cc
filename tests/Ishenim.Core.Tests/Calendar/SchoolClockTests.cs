using Ishenim.Core.Calendar;

namespace Ishenim.Core.Tests.Calendar;

public sealed class SchoolClockTests
{
    [Theory]
    [InlineData("2026-01-01T17:59:59.999Z", "2026-01-01")]
    [InlineData("2026-01-01T18:00:00Z", "2026-01-02")]
    [InlineData("2025-12-31T18:00:00Z", "2026-01-01")]
    [InlineData("2028-02-28T18:00:00Z", "2028-02-29")]
    [InlineData("2026-07-01T17:59:59Z", "2026-07-01")] // no summer time
    public void Today_NearMidnight_IsTheSchoolsDay(string now, string expected)
    {
        Assert.Equal(Day(expected), Clock(now).Today);
        Assert.Equal(Day(expected), Without(now, SchoolClock.Bishkek).Today);
    }

    [Fact]
    public void DayStartUtc_Day_IsSixHoursEarlier()
    {
        var clock = Clock("2026-01-01T00:00:00Z");
        var start = clock.DayStartUtc(Day("2026-01-02"));
        Assert.Equal(new DateTime(2026, 1, 1, 18, 0, 0, DateTimeKind.Utc), start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
        Assert.Equal(Day("2026-01-02"), clock.DayOf(start));
        Assert.Equal(Day("2026-01-01"), clock.DayOf(start.AddTicks(-1)));
    }

    [Fact]
    public void DayStartUtc_SummerTimeAtMidnight_IsTheFirstMoment()
    {
        var clock = new SchoolClock(new Stopped("2026-01-01T00:00:00Z"), "Test/Midnight", _ => WithSummerTime());
        Assert.Equal(DateTime.Parse("2026-04-01T00:00:00"), clock.DayStartUtc(Day("2026-04-01")));
        Assert.Equal(DateTime.Parse("2026-09-30T23:00:00"), clock.DayStartUtc(Day("2026-10-01")));
    }

    [Fact]
    public void UtcNow_Clock_IsUtc()
    {
        var now = Clock("2026-11-23T05:06:07Z").UtcNow;
        Assert.Equal(new DateTime(2026, 11, 23, 5, 6, 7), now);
        Assert.Equal(DateTimeKind.Utc, now.Kind);
    }

    [Fact]
    public void DayOf_LocalTime_Throws() => Assert.Throws<ArgumentException>(
        () => Clock("2026-01-01T00:00:00Z").DayOf(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)));

    [Fact]
    public void New_UnknownZone_Throws()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new SchoolClock(TimeProvider.System, "Asia/Nowhere"));
        Assert.Throws<TimeZoneNotFoundException>(() => Without("2026-01-01T00:00:00Z", "Asia/Almaty"));
    }

    private static SchoolClock Clock(string now) => new(new Stopped(now), SchoolClock.Bishkek);

    /// <summary>A clock on a machine without zone files.</summary>
    private static SchoolClock Without(string now, string zone) =>
        new(new Stopped(now), zone, id => throw new TimeZoneNotFoundException(id));

    /// <summary>UTC; on 1 April 0:00 becomes 1:00, on 1 October 1:00 becomes 0:00.</summary>
    private static TimeZoneInfo WithSummerTime()
    {
        var begins = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 0, 0, 0), 4, 1);
        var ends = TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 1, 0, 0), 10, 1);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), begins, ends);
        return TimeZoneInfo.CreateCustomTimeZone("Test/Midnight", TimeSpan.Zero, "Test", "Test", "Test", [rule]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private sealed class Stopped(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now);
    }
}
