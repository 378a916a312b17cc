using System.Globalization;
using System.Text;
using static Ishenim.Core.Calendar.Exchange.CalendarWriting;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>Writes a calendar file (RFC 5545) of all-day events.</summary>
public static class CalendarFileWriter
{
    /// <param name="events">In their order.</param>
    /// <param name="name">How calendar programs call it.</param>
    /// <param name="written">When, in UTC.</param>
    public static byte[] Write(IEnumerable<CalendarEvent> events, string name, DateTime written)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Ishenim//Calendar of a school//KY");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "X-WR-CALNAME:" + Escaped(name));
        foreach (var one in events)
            Event(file, one, written);
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void Event(StringBuilder file, CalendarEvent one, DateTime written)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Day(one.First)}-{one.Mark.Word().ToLowerInvariant()}@ishenim");
        Line(file, "DTSTAMP:" + written.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(file, "DTSTART;VALUE=DATE:" + Day(one.First));
        Line(file, "DTEND;VALUE=DATE:" + Day(one.Last.AddDays(1)));
        Line(file, "SUMMARY:" + Escaped(one.Name));
        Line(file, one.Mark == EventMark.Expected ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, $"{EventMarks.Property}:{one.Mark.Word()}");
        Line(file, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
