using System.Text;
using Ishenim.Core.Calendar;
using Ishenim.Core.Calendar.Exchange;

namespace Ishenim.Fuzz.Targets;

/// <summary>Calendar files: each is read or refused, and what was read can be written and read again.</summary>
internal static class CalendarTargets
{
    private static readonly byte[] Good = CalendarFileWriter.Write(
        [
            new(new(2026, 5, 28), new(2026, 5, 28), "Курман айт, бир күн кийин", EventMark.DayOff), new(new(2026, 5, 30), new(2026, 5, 30), "Иш күнү", EventMark.WorkingDay),
            new(new(2027, 3, 9), new(2027, 3, 9), "Орозо айт", EventMark.Expected),
        ],
        "Мектеп", new DateTime(2026, 9, 15, 0, 0, 0, DateTimeKind.Utc));

    private static readonly string[] Lines =
    [
        "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "RRULE:FREQ=DAILY\r\n", "DTSTART:20260601\r\n", "DTEND;VALUE=DATE:20260604\r\n",
        "DURATION:P9W\r\n", "SUMMARY:\\\\\\n\\,\r\n", "SUMMARY;X=\":\":а\r\n", " \u202e\r\n", "\n\n", "\t", ":", ";", "DTSTART;VALUE=DATE:99999999\r\n",
    ];

    public static FuzzTarget File { get; } = FuzzTarget.Of("calendar", Make, Run);

    private static byte[] Make(Dice dice)
    {
        var file = Encoding.UTF8.GetString(Good);
        for (var changes = dice.Below(6); changes > 0; changes--)
        {
            var at = dice.Below(file.Length + 1);
            file = dice.Below(3) switch
            {
                0 => file[..at] + dice.Of(Lines) + file[at..],
                1 => file[..at] + file[Math.Min(at + dice.Below(20), file.Length)..],
                _ => file[..at] + dice.Of(HostileText.Pieces) + file[at..],
            };
        }
        return Encoding.UTF8.GetBytes(file);
    }

    private static void Run(byte[] file)
    {
        var reading = CalendarFileReader.Read(file);
        FuzzTarget.Must((reading.Fault is null) || reading.Events.Count == 0, "A refused file gave events.");
        foreach (var one in reading.Events)
            FuzzTarget.Must(one.Name.Length is > 0 and <= CalendarDay.NameLength && one.Days.Count() <= 366 && !one.Name.Any(char.IsControl), "An event is not safe.");
        var marked = reading.Events.Select(one => one.Mark == EventMark.Unmarked ? one with { Mark = EventMark.DayOff } : one).ToList();
        var again = CalendarFileReader.Read(CalendarFileWriter.Write(marked, "М", DateTime.UnixEpoch));
        FuzzTarget.Must(again.Fault is null && again.Events.SequenceEqual(marked), "A file does not read back.");
    }
}
