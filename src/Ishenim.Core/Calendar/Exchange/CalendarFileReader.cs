namespace Ishenim.Core.Calendar.Exchange;

/// <summary>
/// Reads the all-day events of a calendar file (RFC 5545) strictly: what it does not understand and could change a day
/// (a rule of recurrence, an hour) is refused with its line, never guessed.
/// </summary>
public static class CalendarFileReader
{
    public const int MostBytes = 128 * 1024;
    public const int MostEvents = 1_000;

    private const int MostNested = 8;

    public static CalendarReading Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
            return new CalendarReading([], new CalendarFault(FileFault.TooLarge, 0));
        try
        {
            return new CalendarReading(Events([.. CalendarLines.Of(file)]), null);
        }
        catch (CalendarFileException refused)
        {
            return new CalendarReading([], refused.Fault);
        }
    }

    private static List<CalendarEvent> Events(List<CalendarLine> lines)
    {
        if (lines.Count == 0 || !Is(lines[0], "BEGIN", "VCALENDAR"))
            throw new CalendarFileException(FileFault.NotCalendar, 1);
        var (events, open, inside) = (new List<CalendarEvent>(), new Stack<string>(), new List<CalendarLine>());
        foreach (var line in lines)
        {
            if (line.Name == "BEGIN")
                Begin(open, line);
            else if (line.Name == "END")
                End(open, line, inside, events);
            else if (open.Count == 0)
                throw new CalendarFileException(FileFault.BadNesting, line.Number);
            else if (open.Count == 2 && open.Peek() == "VEVENT")
                inside.Add(line);
        }
        return open.Count == 0 ? events : throw new CalendarFileException(FileFault.BadNesting, lines[^1].Number);
    }

    private static void Begin(Stack<string> open, CalendarLine line)
    {
        var name = line.Value.Trim().ToUpperInvariant();
        // One calendar inside another, or an event outside of any.
        if (open.Count == MostNested || (name == "VCALENDAR") != (open.Count == 0))
            throw new CalendarFileException(FileFault.BadNesting, line.Number);
        open.Push(name);
    }

    private static void End(Stack<string> open, CalendarLine line, List<CalendarLine> inside, List<CalendarEvent> events)
    {
        if (!open.TryPop(out var name) || !Is(line, "END", name))
            throw new CalendarFileException(FileFault.BadNesting, line.Number);
        if (name != "VEVENT" || open.Count != 1)
            return;
        if (EventReading.Of(inside, line.Number) is { } one)
            events.Add(one);
        inside.Clear();
        if (events.Count > MostEvents)
            throw new CalendarFileException(FileFault.TooMany, line.Number);
    }

    private static bool Is(CalendarLine line, string name, string value) =>
        line.Name == name && line.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
}
