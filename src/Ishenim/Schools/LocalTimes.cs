using Ishenim.Core.Schools;

namespace Ishenim.Schools;

internal static class LocalTimes
{
    /// <summary>A moment on the school's own clocks.</summary>
    public static (DateOnly Day, TimeOnly Time) LocalTime(this School school, DateTime utc)
    {
        var clock = school.Clock(TimeProvider.System);
        var day = clock.DayOf(utc);
        return (day, TimeOnly.MinValue.Add(utc - clock.DayStartUtc(day)));
    }
}
