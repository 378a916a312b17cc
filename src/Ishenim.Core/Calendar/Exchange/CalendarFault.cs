namespace Ishenim.Core.Calendar.Exchange;

/// <summary>Why a calendar file is not taken.</summary>
public enum FileFault
{
    TooLarge,

    /// <summary>No UTF-8 text.</summary>
    NotText,

    /// <summary>Text, and no calendar file.</summary>
    NotCalendar,

    /// <summary>A line is none of a calendar file, or much too long.</summary>
    BadLine,

    /// <summary>What begins does not end, or the other way round.</summary>
    BadNesting,

    /// <summary>An event without a day, or with a day that there is not.</summary>
    BadDay,

    /// <summary>An event of hours: a day is off or is not.</summary>
    NotAllDay,

    /// <summary>It ends before it begins, or lasts more than a year.</summary>
    BadLength,

    /// <summary>It comes again by a rule: each day has to stand by itself.</summary>
    Recurring,
    NoName,
    TooMany,
}

/// <summary>What is wrong with a file.</summary>
/// <param name="Kind">What.</param>
/// <param name="Line">Where, from 1; 0: in all of it.</param>
public sealed record CalendarFault(FileFault Kind, int Line);

/// <summary>A file that was read, or why it was not.</summary>
public sealed record CalendarReading(IReadOnlyList<CalendarEvent> Events, CalendarFault? Fault);

internal sealed class CalendarFileException(FileFault kind, int line) : Exception
{
    public CalendarFault Fault { get; } = new(kind, line);
}
