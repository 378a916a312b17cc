using System.Globalization;
using System.Text;
using static Ishenim.Core.Calendar.Exchange.CalendarWriting;

namespace Ishenim.Core.Calendar.Exchange;

/// <summary>A meeting for a calendar program.</summary>
public sealed record Invitation
{
    /// <summary>The same for the same meeting, so that a change replaces what was sent before.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grows with each change.</summary>
    public required int Sequence { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime Begins { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    public required bool Cancelled { get; init; }
}

/// <summary>Writes the calendar file (RFC 5545) of one meeting; how long it takes is not known, an hour is set aside.</summary>
public static class InvitationWriter
{
    /// <param name="meeting">What it says.</param>
    /// <param name="written">When, in UTC.</param>
    public static byte[] Write(Invitation meeting, DateTime written)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Ishenim//Meeting of a commission//KY");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:" + (meeting.Cancelled ? "CANCEL" : "PUBLISH"));
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{meeting.Id:N}@ishenim");
        Line(file, "SEQUENCE:" + meeting.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(file, "DTSTAMP:" + Moment(written));
        Line(file, "DTSTART:" + Moment(meeting.Begins));
        Line(file, "DURATION:PT1H");
        Line(file, "SUMMARY:" + Escaped(meeting.Name));
        Line(file, "LOCATION:" + Escaped(meeting.Place));
        Line(file, "STATUS:" + (meeting.Cancelled ? "CANCELLED" : "CONFIRMED"));
        Line(file, "END:VEVENT");
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
