namespace Ishenim.Core.Calendar;

/// <summary>How a day of one school differs from what weekend and <see cref="Holidays"/> say of it.</summary>
public enum DayChange
{
    /// <summary>No work: a day off by decree, or an ait that was announced for this day.</summary>
    DayOff = 0,

    /// <summary>Work, though it is a weekend or a holiday.</summary>
    WorkingDay = 1,

    /// <summary>The ait expected on this day was announced for another one: else it is the day of the week that it is.</summary>
    NoAit = 2,
}

/// <summary>A day of a school's calendar that was set by hand.</summary>
public sealed record CalendarDay
{
    public const int NameLength = 80;

    public required DateOnly Day { get; init; }

    public required DayChange Change { get; init; }

    /// <summary>What it is, as people read it: "Курман айт", "Day off by decree".</summary>
    public required string Name { get; init; }
}
