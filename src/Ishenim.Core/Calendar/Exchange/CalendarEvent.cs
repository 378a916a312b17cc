namespace Ishenim.Core.Calendar.Exchange;

/// <summary>What an all-day event of a calendar file says of its days.</summary>
public enum EventMark
{
    /// <summary>Of a stranger's file: a day off, as calendars of holidays mean it.</summary>
    Unmarked,
    DayOff,
    WorkingDay,
    NoAit,

    /// <summary>A holiday of the law, which every school's calendar has by itself.</summary>
    Holiday,

    /// <summary>An ait that was not announced yet.</summary>
    Expected,
}

/// <summary>An all-day event.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last one; the file itself names the day after it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Mark">What it says of its days.</param>
public sealed record CalendarEvent(DateOnly First, DateOnly Last, string Name, EventMark Mark)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);
}

internal static class EventMarks
{
    /// <summary>The property in which a mark stands; other programs pass it over (RFC 5545, 3.8.8.2).</summary>
    public const string Property = "X-ISHENIM-DAY";

    private static readonly Dictionary<EventMark, string> _words = new()
    {
        [EventMark.DayOff] = "OFF", [EventMark.WorkingDay] = "WORKING", [EventMark.NoAit] = "NO-AIT", [EventMark.Holiday] = "HOLIDAY", [EventMark.Expected] = "EXPECTED",
    };

    public static string Word(this EventMark mark) => _words[mark];

    public static EventMark Of(string word) => _words.FirstOrDefault(one => one.Value == word).Key;
}
