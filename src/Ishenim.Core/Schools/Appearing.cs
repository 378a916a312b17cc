using Ishenim.Core.Calendar;

namespace Ishenim.Core.Schools;

/// <summary>When what a writer sent appears at the desk and in notices.</summary>
public static class Appearing
{
    /// <summary>
    /// Midnight of today, which tells nothing finer than the day; or, where the school lets letters appear at fixed
    /// hours, the next of these. Urgent letters never wait.
    /// </summary>
    public static DateTime AppearsAt(this School school, SchoolClock clock, bool urgent)
    {
        var midnight = clock.DayStartUtc(clock.Today);
        if (urgent || school.Settings.AppearAtHours.Count == 0)
            return midnight;
        var hours = school.Settings.AppearAtHours.Order().ToList();
        var next = hours.Select(hour => midnight.AddHours(hour)).FirstOrDefault(moment => moment > clock.UtcNow);
        return next != default ? next : clock.DayStartUtc(clock.Today.AddDays(1)).AddHours(hours[0]);
    }
}
