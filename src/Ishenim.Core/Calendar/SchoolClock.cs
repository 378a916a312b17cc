namespace Ishenim.Core.Calendar;

/// <summary>What day it is in a school: "today" by its own clocks, not by UTC's.</summary>
public sealed class SchoolClock
{
    /// <summary>Where all schools of the Kyrgyz Republic are: UTC+6, no summer time since 2005.</summary>
    public const string Bishkek = "Asia/Bishkek";

    private readonly TimeProvider time;
    private readonly TimeZoneInfo zone;

    /// <param name="time">The clock.</param>
    /// <param name="timeZoneId">
    /// An IANA name. On a machine without the zone files (Debian's <c>tzdata</c>) <see cref="Bishkek"/> still
    /// works, as a fixed UTC+6; that holds for any day since 12 August 2005.
    /// </param>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown here.</exception>
    public SchoolClock(TimeProvider time, string timeZoneId)
        : this(time, timeZoneId, TimeZoneInfo.FindSystemTimeZoneById)
    {
    }

    /// <param name="time">The clock.</param>
    /// <param name="timeZoneId">An IANA name.</param>
    /// <param name="find">Where zones come from, instead of the machine's files.</param>
    public SchoolClock(TimeProvider time, string timeZoneId, Func<string, TimeZoneInfo> find)
    {
        this.time = time;
        try
        {
            zone = find(timeZoneId);
        }
        catch (TimeZoneNotFoundException) when (timeZoneId == Bishkek)
        {
            zone = TimeZoneInfo.CreateCustomTimeZone(Bishkek, TimeSpan.FromHours(6), Bishkek, Bishkek);
        }
    }

    private SchoolClock(TimeProvider time, TimeZoneInfo zone) => (this.time, this.zone) = (time, zone);

    /// <summary>The same clock, standing at this moment: for work in which the day must not change.</summary>
    public SchoolClock Stopped() => new(new StoppedTime(time.GetUtcNow()), zone);

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The school's day at a moment.</summary>
    /// <exception cref="ArgumentException">The moment's kind is not UTC.</exception>
    public DateOnly DayOf(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone))
        : throw new ArgumentException("The moment must be in UTC.", nameof(utc));

    /// <summary>What the school's own clocks show at a moment.</summary>
    /// <exception cref="ArgumentException">The moment's kind is not UTC.</exception>
    public (DateOnly Day, TimeOnly Time) DayAndTimeOf(DateTime utc) =>
        (DayOf(utc), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone)));

    /// <summary>
    /// The first moment of a day in the school, in UTC. Where summer time skips midnight, the day begins
    /// when the skipped hour ends.
    /// </summary>
    public DateTime DayStartUtc(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        // Where summer time ends at midnight the hour comes twice, and the day begins with the first one.
        var offset = zone.IsAmbiguousTime(midnight)
            ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
