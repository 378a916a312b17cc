using System.Text;
using Ishenim.Core.Calendar;
using Ishenim.Core.Calendar.Exchange;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Calendar.Exchange;

public sealed class CalendarFileTests
{
    private const string LongName = "Кошумча дем алыш күнү: бюджеттик мекемелер үчүн, өкмөттүн токтому менен; өтөлөт";

    private static readonly CalendarDay[] _own =
    [
        Set(2026, 1, 8, DayChange.DayOff, LongName), Set(2026, 5, 27, DayChange.NoAit, "Курман айт"), Set(2026, 5, 28, DayChange.DayOff, "Курман айт"),
        Set(2026, 5, 30, DayChange.WorkingDay, "Иш күнү"),
    ];

    /// <summary>The file was made by another program after RFC 5545: lines of 75 octets, letters whole, commas escaped, the day after the last one.</summary>
    [Fact]
    public void Write_YearWithOwnDays_IsTheGoldenFile()
    {
        var written = Encoding.UTF8.GetString(Write(School(_own), 2026));

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Calendar", "Exchange", "calendar-2026.ics")), written.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Read_WhatWasWritten_MakesTheSameCalendarInAnotherSchool(string ends)
    {
        var file = Encoding.UTF8.GetString(Write(School(_own), 2026)).Replace("\r\n", ends, StringComparison.Ordinal);

        var reading = CalendarFileReader.Read(Encoding.UTF8.GetBytes(file));

        Assert.Null(reading.Fault);
        var other = School();
        var plan = other.Plan(reading.Events);
        other.CalendarBook = plan.Changes.Aggregate(CalendarBook.Empty, (book, change) => book.With(change.Day));
        Assert.Equal(_own, other.Kept().Days);
        Assert.Equal((20, 0), (plan.Same, plan.Expected));
        Assert.Empty(other.Plan(reading.Events).Changes);
        Assert.All(Enumerable.Range(0, 365).Select(day => new DateOnly(2026, 1, 1).AddDays(day)), day => Assert.Equal(School(_own).Calendar().IsWorkingDay(day), other.Calendar().IsWorkingDay(day)));
    }

    /// <summary>An ait that the file only expects is not taken; one that it announces is confirmed.</summary>
    [Fact]
    public void Plan_Aits_ExpectedStayExpectedAndAnnouncedAreConfirmed()
    {
        var own = CalendarFileReader.Read(Write(School(), 2027));
        Assert.Equal((0, 2), (School().Plan(own.Events).Changes.Count, School().Plan(own.Events).Expected));

        var foreign = Read(Event("DTSTART;VALUE=DATE:20270309", "SUMMARY:Орозо айт"), Event("DTSTART:20270301", "SUMMARY:Дем алыш"), Event("DTSTART:20270308", "SUMMARY:8-март"));

        var plan = School().Plan(foreign.Events);
        Assert.Equal([(new DateOnly(2027, 3, 1), "Дем алыш"), (new DateOnly(2027, 3, 9), "Орозо айт")], plan.Changes.Select(change => (change.Day.Day, change.Day.Name)));
        Assert.Equal(1, plan.Same);
    }

    [Fact]
    public void Read_ForeignFile_EndIsExclusiveFoldsJoinEscapesOpenAndOtherPartsArePassedOver()
    {
        var reading = Read(
            "BEGIN:VTIMEZONE\nTZID:Asia/Bishkek\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=YEARLY\nEND:STANDARD\nEND:VTIMEZONE",
            Event("DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260604", "SUMMARY;LANGUAGE=\"ky:KG\":Дем алыш\\, өкмөт\n түн токтому\\; \\\\ \\nменен",
                "BEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:Эмес\nEND:VALARM"),
            Event("DTSTART:20260701", "DURATION:P2D", "SUMMARY:Эки күн"), Event("DTSTART:20260801", "SUMMARY:Жокко чыгарылды", "STATUS:CANCELLED"),
            "BEGIN:VTODO\nDTSTART:20260901T100000\nEND:VTODO");

        Assert.Null(reading.Fault);
        Assert.Equal(
            [new(new(2026, 6, 1), new(2026, 6, 3), "Дем алыш, өкмөттүн токтому; \\  менен", EventMark.Unmarked), new(new(2026, 7, 1), new(2026, 7, 2), "Эки күн", EventMark.Unmarked)],
            reading.Events);
    }

    [Theory]
    [InlineData(FileFault.Recurring, "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=YEARLY", "SUMMARY:Жыл сайын")]
    [InlineData(FileFault.Recurring, "DTSTART;VALUE=DATE:20260601", "RDATE:20260602", "SUMMARY:Күн")]
    [InlineData(FileFault.NotAllDay, "DTSTART:20260601T090000Z", "SUMMARY:Саат")]
    [InlineData(FileFault.NotAllDay, "DTSTART;VALUE=DATE:20260601", "DURATION:PT8H", "SUMMARY:Саат")]
    [InlineData(FileFault.BadLength, "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260601", "SUMMARY:Бош")]
    [InlineData(FileFault.BadLength, "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20280601", "SUMMARY:Узак")]
    [InlineData(FileFault.BadLength, "DTSTART;VALUE=DATE:20260601", "DURATION:P9999D", "SUMMARY:Узак")]
    [InlineData(FileFault.BadDay, "DTSTART;VALUE=DATE:20260230", "SUMMARY:Жок күн")]
    [InlineData(FileFault.BadDay, "DTSTART;VALUE=DATE:99991231", "SUMMARY:Алыс")]
    [InlineData(FileFault.BadDay, "DTSTART;VALUE=DATE:-0260601", "SUMMARY:Терс")]
    [InlineData(FileFault.BadDay, "SUMMARY:Күнсүз")]
    [InlineData(FileFault.NoName, "DTSTART;VALUE=DATE:20260601")]
    [InlineData(FileFault.NoName, "DTSTART;VALUE=DATE:20260601", "SUMMARY:\u202e\u0007")]
    [InlineData(FileFault.BadLine, "DTSTART;VALUE=DATE:20260601", "SUMMARY")]
    [InlineData(FileFault.BadLine, "DTSTART;X=\"20260601:1", "SUMMARY:Күн")]
    [InlineData(FileFault.BadNesting, "DTSTART;VALUE=DATE:20260601", "SUMMARY:Күн", "END:VCALENDAR")]
    [InlineData(FileFault.BadNesting, "DTSTART;VALUE=DATE:20260601", "SUMMARY:Күн", "BEGIN:VCALENDAR")]
    public void Read_EventThatCannotBeTaken_IsRefusedWithItsLine(FileFault fault, params string[] lines)
    {
        var reading = Read(Event(lines));

        Assert.Empty(reading.Events);
        Assert.Equal(fault, reading.Fault!.Kind);
        Assert.InRange(reading.Fault.Line, 3, 8);
    }

    [Theory]
    [InlineData("", FileFault.NotCalendar)]
    [InlineData("<html>", FileFault.BadLine)]
    [InlineData("HTML:1", FileFault.NotCalendar)]
    [InlineData(" ", FileFault.NotCalendar)]
    [InlineData("BEGIN:VCALENDAR", FileFault.BadNesting)]
    [InlineData("BEGIN:VEVENT\nDTSTART:20260601\nEND:VEVENT", FileFault.NotCalendar)]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nSUMMARY:1", FileFault.BadNesting)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR", FileFault.BadNesting)]
    public void Read_NoCalendar_IsRefused(string text, FileFault fault) => Assert.Equal(fault, CalendarFileReader.Read(Encoding.UTF8.GetBytes(text)).Fault!.Kind);

    [Fact]
    public void Read_TooMuchOfAnything_IsRefusedAtOnce()
    {
        Assert.Equal(FileFault.TooLarge, CalendarFileReader.Read(new byte[CalendarFileReader.MostBytes + 1]).Fault!.Kind);
        Assert.Equal(FileFault.NotText, CalendarFileReader.Read([0xFF, 0xFE, 0x00]).Fault!.Kind);
        Assert.Equal(FileFault.TooMany, Read([.. Enumerable.Repeat(Event("DTSTART:20260601", "SUMMARY:К"), CalendarFileReader.MostEvents + 1)]).Fault!.Kind);
        Assert.Equal(FileFault.BadLine, Read(Event("DTSTART:20260601", "SUMMARY:" + string.Join("\n ", Enumerable.Repeat("узун аталыш", 500)))).Fault!.Kind);
        Assert.Equal(FileFault.BadNesting, Read(string.Join('\n', Enumerable.Repeat("BEGIN:VEVENT", 5_000))).Fault!.Kind);
    }

    [Fact]
    public void Read_LongOrHostileName_IsCutAndCleaned()
    {
        var name = Assert.Single(Read(Event("DTSTART:20260601", "SUMMARY:" + string.Concat(Enumerable.Repeat("😀", 100)))).Events).Name;
        Assert.Equal(CalendarDay.NameLength, name.Length);
        Assert.Equal("Дем алыш<script>", Assert.Single(Read(Event("DTSTART:20260601", "SUMMARY:Дем\u202e алыш\u0000<script>")).Events).Name);
    }

    private static CalendarReading Read(params string[] parts) =>
        CalendarFileReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Join('\n', parts)}\nEND:VCALENDAR\n"));

    private static string Event(params string[] lines) => $"BEGIN:VEVENT\n{string.Join('\n', lines)}\nEND:VEVENT";

    private static byte[] Write(School school, int year) => CalendarFileWriter.Write(
        school.Events(year, NameOf), "№ 5 орто мектеп, Мисал айылы", new DateTime(2026, 9, 15, 4, 42, 7, DateTimeKind.Utc));

    private static string NameOf(HolidayKind kind) => kind switch
    {
        HolidayKind.NewYear => "New Year",
        HolidayKind.WomensDay => "Women's Day",
        HolidayKind.MayDays => "May holidays",
        HolidayKind.IndependenceDay => "Independence Day",
        HolidayKind.OrozoAit => "Orozo ait",
        HolidayKind.KurmanAit => "Kurman ait",
        _ => "Nooruz",
    };

    private static CalendarDay Set(int year, int month, int day, DayChange change, string name) => new() { Day = new(year, month, day), Change = change, Name = name };

    private static School School(params CalendarDay[] days) => new()
    {
        Id = SchoolId.New(), Slug = "one", Place = 1, Town = "", Language = "ky", TimeZone = SchoolClock.Bishkek, CodeSalt = [], CodeOperations = 1, CodeMemoryBytes = 1,
        Name = new SchoolName { Kyrgyz = "", KyrgyzGenitive = "", Russian = "", RussianGenitive = "" }, Settings = new SchoolSettings(), CreatedOn = default,
        CalendarBook = new CalendarBook { Days = days },
    };
}
