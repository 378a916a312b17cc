using System.Globalization;
using Ishenim.Core.Calendar;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Schools;

/// <summary>A school from its row, as <see cref="SchoolMapping"/> writes it; a test holds the two together.</summary>
internal static class SchoolRow
{
    public static School Read(Row row) => new()
    {
        Id = new(row.Id("Id")),
        Slug = row.Text("Slug"),
        Place = row.Number("Place"),
        Name = new()
        {
            Kyrgyz = row.Text("Name_Kyrgyz"),
            KyrgyzGenitive = row.Text("Name_KyrgyzGenitive"),
            Russian = row.Text("Name_Russian"),
            RussianGenitive = row.Text("Name_RussianGenitive"),
        },
        Town = row.Text("Town"),
        Language = row.Text("Language"),
        TimeZone = row.Text("TimeZone"),
        Settings = Settings(row),
        CalendarBook = row.TextOrNull("CalendarBook") is { } book ? CalendarBook.FromJson(book) : null,
        CodeSalt = row.Bytes("CodeSalt"),
        CodeOperations = row.Long("CodeOperations"),
        CodeMemoryBytes = row.Long("CodeMemoryBytes"),
        CreatedOn = row.Day("CreatedOn"),
        OpenedOn = row.DayOrNull("OpenedOn"),
        ReadersSince = row.DayOrNull("ReadersSince"),
        Demo = row.Flag("Demo"),
        Version = row.Number("Version"),
    };

    private static SchoolSettings Settings(Row row) => new()
    {
        AnswerWorkingDays = row.Number("Settings_AnswerWorkingDays"),
        OpeningEveryDays = row.Number("Settings_OpeningEveryDays"),
        BoxPlace = row.Text("Settings_BoxPlace"),
        LastOpeningOn = row.DayOrNull("Settings_LastOpeningOn"),
        SixDayWeek = row.Flag("Settings_SixDayWeek"),
        OpeningSigners = row.NumberOrNull("Settings_OpeningSigners"),
        OpeningMembers = row.NumberOrNull("Settings_OpeningMembers"),
        RegulationOn = row.DayOrNull("Settings_RegulationOn"),
        OrderNumber = row.TextOrNull("Settings_OrderNumber"),
        OrderOn = row.DayOrNull("Settings_OrderOn"),
        ShowBoard = row.Flag("Settings_ShowBoard"),
        ShowOpener = row.Flag("Settings_ShowOpener"),
        QuorumPercent = row.NumberOrNull("Settings_QuorumPercent"),
        MeetingsPerHalfYear = row.NumberOrNull("Settings_MeetingsPerHalfYear"),
        Files = row.Number("Settings_Files"),
        FileMegabytes = row.Number("Settings_FileMegabytes"),
        TextCharacters = row.Number("Settings_TextCharacters"),
        Mailbox = row.TextOrNull("Settings_Mailbox"),
        SiteOrigin = row.TextOrNull("Settings_SiteOrigin"),
        AppearAtHours = Hours(row.Text("Settings_AppearAtHours")),
    };

    /// <summary>The hours of a day as the row has them: <c>12,17</c>.</summary>
    public static IReadOnlyList<int> Hours(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(hour => int.Parse(hour, CultureInfo.InvariantCulture))];
}
