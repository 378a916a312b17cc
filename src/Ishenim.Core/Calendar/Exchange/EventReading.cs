using System.Globalization;
using System.Text;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>One event out of its properties.</summary>
internal static class EventReading
{
    private const int MostDays = 366;
    private static readonly HashSet<string> _recurring = ["RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"];

    /// <summary>Null: it was called off.</summary>
    public static CalendarEvent? Of(List<CalendarLine> lines, int end)
    {
        if (lines.Find(line => _recurring.Contains(line.Name)) is { } recurring)
            throw new CalendarFileException(FileFault.Recurring, recurring.Number);
        if (Value(lines, "STATUS") == "CANCELLED")
            return null;
        var start = lines.Find(line => line.Name == "DTSTART") ?? throw new CalendarFileException(FileFault.BadDay, end);
        var first = Day(start);
        var last = Last(lines, first);
        if (last < first || last.DayNumber - first.DayNumber >= MostDays)
            throw new CalendarFileException(FileFault.BadLength, start.Number);
        var name = Name(lines.Find(line => line.Name == "SUMMARY")?.Value ?? "");
        return name.Length > 0 ? new CalendarEvent(first, last, name, Mark(lines)) : throw new CalendarFileException(FileFault.NoName, start.Number);
    }

    private static string? Value(List<CalendarLine> lines, string name) => lines.Find(line => line.Name == name)?.Value.Trim().ToUpperInvariant();

    private static EventMark Mark(List<CalendarLine> lines) => Value(lines, EventMarks.Property) is { } word && EventMarks.Of(word) is not EventMark.Unmarked and var mark
        ? mark
        : Value(lines, "STATUS") == "TENTATIVE" ? EventMark.Expected : EventMark.Unmarked;

    /// <summary>DTEND names the day after the last one; without it a DURATION of days or one day (RFC 5545, 3.6.1).</summary>
    private static DateOnly Last(List<CalendarLine> lines, DateOnly first)
    {
        if (lines.Find(line => line.Name == "DTEND") is { } end)
            return Day(end).AddDays(-1);
        return lines.Find(line => line.Name == "DURATION") is { } duration ? first.AddDays(DaysOf(duration) - 1) : first;
    }

    private static int DaysOf(CalendarLine duration)
    {
        var value = duration.Value.Trim();
        if (value.Length is < 3 or > 6 || value[0] != 'P' || value[^1] is not ('D' or 'W')
            || !int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new CalendarFileException(FileFault.NotAllDay, duration.Number);
        var days = value[^1] == 'W' ? count * 7 : count;
        return days is > 0 and <= MostDays ? days : throw new CalendarFileException(FileFault.BadLength, duration.Number);
    }

    private static DateOnly Day(CalendarLine line)
    {
        var value = line.Value.Trim();
        if (value.Contains('T', StringComparison.OrdinalIgnoreCase) || line.Says("VALUE=DATE-TIME"))
            throw new CalendarFileException(FileFault.NotAllDay, line.Number);
        return DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2075
            ? day
            : throw new CalendarFileException(FileFault.BadDay, line.Number);
    }

    /// <summary>Without escapes, and without signs that are not seen.</summary>
    private static string Name(string value)
    {
        var name = new StringBuilder();
        var escaped = false;
        foreach (var rune in value.EnumerateRunes())
        {
            var sign = escaped && (rune.Value is 'n' or 'N') ? new Rune(' ') : rune;
            if (!escaped && rune.Value == '\\')
            {
                escaped = true;
                continue;
            }
            escaped = false;
            if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                continue;
            if (name.Length + sign.Utf16SequenceLength > CalendarDay.NameLength)
                break;
            name.Append(sign.ToString());
        }
        return name.ToString().Trim();
    }
}
