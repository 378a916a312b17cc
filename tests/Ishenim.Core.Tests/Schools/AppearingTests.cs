using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Tests.Schools;

public sealed class AppearingTests
{
    [Theory]
    [InlineData(false, "2026-09-15T08:00:00Z")]
    [InlineData(true, "2026-09-14T18:00:00Z")]
    public async Task AppearsAt_FixedHours_OnlyUrgentLettersDoNotWait(bool urgent, string appears)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [14, 8] };

        await school.AcceptAsync(TestSchool.Letter("Кат") with { Urgent = urgent });

        await using var db = database.Open(school.Id);
        Assert.Equal(DateTime.Parse(appears, null, System.Globalization.DateTimeStyles.RoundtripKind), db.Set<Appeal>().Single().AppearsAt);
    }

    [Fact]
    public async Task AppearsAt_AfterTheLastHour_IsTheFirstOfTheNextDay()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [8] };

        Assert.Equal(new DateTime(2026, 9, 16, 2, 0, 0, DateTimeKind.Utc), school.School.AppearsAt(school.Clock, urgent: false));
    }
}
