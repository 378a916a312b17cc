using System.Text.Json;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Schools;

/// <summary>A school read by SQL is the school that the model reads.</summary>
public sealed class SchoolRowTests
{
    private static readonly SchoolSettings EverySetting = new()
    {
        AnswerWorkingDays = 10, OpeningEveryDays = 7, BoxPlace = "1-кабат", LastOpeningOn = new(2026, 9, 1), SixDayWeek = true, OpeningSigners = 2, OpeningMembers = 1,
        RegulationOn = new(2026, 8, 20), OrderNumber = "12-б", OrderOn = new(2026, 8, 25), ShowBoard = true, ShowOpener = true, QuorumPercent = 60, MeetingsPerHalfYear = 3,
        Files = 5, FileMegabytes = 8, TextCharacters = 5000, Mailbox = "ishenim@mektep.example", SiteOrigin = "https://mektep.example", AppearAtHours = [9, 15],
    };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task NamedAsync_NothingAndEverythingSet_IsWhatTheModelReads(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var plain = await TestSchool.OpenAsync(database, "plain", 1);
        await using (var db = database.Gate.OpenInstallation())
        {
            db.Add(Full());
            await db.SaveChangesAsync();
        }
        var finder = new SchoolFinder(database.Gate);

        foreach (var slug in new[] { "plain", "full" })
            Assert.Equal(await ByModelAsync(database, slug), JsonSerializer.Serialize(await finder.NamedAsync(slug)));
        Assert.Equal(plain.Id, (await finder.FirstAsync())!.Id);
        Assert.Null(await finder.NamedAsync("another"));
        Assert.True(await finder.HasDemoAsync());
    }

    /// <summary>What comes later has to be among them, or the test above would not miss it in the SQL.</summary>
    [Fact]
    public void FullSchool_EveryValue_DiffersFromTheUsual()
    {
        var (usual, full) = (new SchoolSettings(), Full());

        var same = typeof(SchoolSettings).GetProperties().Where(property => property.CanWrite && Equals(property.GetValue(usual), property.GetValue(full.Settings)));
        var unset = typeof(School).GetProperties().Where(property => property.CanWrite && (property.GetValue(full) is not { } value || Equals(value, NothingOf(value.GetType()))));

        Assert.Empty(same.Concat(unset).Select(property => property.Name));
    }

    private static object? NothingOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static School Full()
    {
        var book = CalendarBook.Empty.With(new CalendarDay { Day = new(2026, 3, 9), Change = DayChange.DayOff, Name = "Жыйын" });
        return new School
        {
            Id = SchoolId.New(), Slug = "full", Place = 2, Town = "Мисал айылы", Language = "ru", TimeZone = "Asia/Bishkek", CodeSalt = [1, 2, 3], CodeOperations = 3,
            CodeMemoryBytes = 1L << 30, CreatedOn = new(2026, 8, 1), OpenedOn = new(2026, 9, 2), ReadersSince = new(2026, 9, 3), Demo = true, Version = 4,
            Name = new() { Kyrgyz = "Үлгү", KyrgyzGenitive = "Үлгүнүн", Russian = "Образец", RussianGenitive = "Образца" }, Settings = EverySetting, CalendarBook = book,
        };
    }

    private static async Task<string> ByModelAsync(TestDatabase database, string slug)
    {
        await using var db = database.Gate.OpenInstallation();
        return JsonSerializer.Serialize(await db.Set<School>().AsNoTracking().SingleAsync(school => school.Slug == slug));
    }
}
