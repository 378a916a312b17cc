using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Commission;

/// <summary>At least two meetings in a half-year (C2): counted, warned of, and explained where they were fewer.</summary>
public sealed class HalfYearsTests
{
    private static readonly HalfYear Autumn = HalfYear.First(SchoolYear.BeginningIn(2026));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WarnAsync_EveryDayOfAShortHalfYear_WarnsThriceEachConcernedPersonOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (commission, halfYears) = await OpenAsync(database);
        await commission.EndedAsync(1, new DateOnly(2026, 9, 14));
        var warned = new List<string>();

        for (var day = new DateOnly(2026, 9, 15); day <= new DateOnly(2027, 1, 2); day = day.AddDays(1), commission.School.Time.Pass(TimeSpan.FromDays(1)))
            for (var again = 0; again < 2; again++)
                if (await halfYears.WarnAsync(commission.School.School, commission.School.Clock.UtcNow))
                    warned.Add(day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(["11-16", "12-10", "12-24"], warned);
        await using var db = database.Open(commission.School.Id);
        // Chair, secretary, responsible person and director; not the member who is none of them.
        Assert.Equal(3 * 4, await db.Set<OutboxMail>().CountAsync(mail => mail.Notice == Notice.HalfYearShort));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WarnAsync_ManyNodesAtOnce_WarnOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (commission, halfYears) = await OpenAsync(database);
        commission.School.Time.Now = new DateTimeOffset(2026, 12, 1, 4, 0, 0, TimeSpan.Zero);

        var warned = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => halfYears.WarnAsync(commission.School.School, commission.School.Clock.UtcNow)));

        Assert.Equal(1, warned.Count(done => done));
    }

    [Fact]
    public async Task WarnAsync_EnoughMeetings_IsSilent()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var (commission, halfYears) = await OpenAsync(database);
        await commission.EndedAsync(1, new DateOnly(2026, 9, 14), MeetingState.Signed);
        commission.School.Time.Now = new DateTimeOffset(2026, 12, 28, 4, 0, 0, TimeSpan.Zero);
        await commission.EndedAsync(2, new DateOnly(2026, 12, 1), MeetingState.Cancelled);
        Assert.True(await halfYears.WarnAsync(commission.School.School, commission.School.Clock.UtcNow));
        await commission.ChangeAsync("""DELETE FROM "HalfYearRecords" """);

        await commission.EndedAsync(3, new DateOnly(2026, 12, 2), MeetingState.Held);

        Assert.False(await halfYears.WarnAsync(commission.School.School, commission.School.Clock.UtcNow));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GiveReasonAsync_ShortHalfYear_IsTheChairsAlone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var (commission, halfYears) = await OpenAsync(database);
        var school = commission.School;
        await commission.EndedAsync(1, new DateOnly(2026, 9, 14));
        Task GiveAsync(TestPerson person, HalfYear half) => halfYears.GiveReasonAsync(person.Now(school), school.School, half, "Карантин болду.");

        await Assert.ThrowsAsync<HalfYearNotShort>(() => GiveAsync(commission.Chair, Autumn));
        school.Time.Now = new DateTimeOffset(2027, 1, 12, 4, 0, 0, TimeSpan.Zero);
        await Assert.ThrowsAsync<OnlyChairGivesReason>(() => GiveAsync(commission.Secretary, Autumn));
        await Assert.ThrowsAsync<HalfYearNotShort>(() => GiveAsync(commission.Chair, Autumn.Next()));
        Assert.Null((await halfYears.RecordAsync(school.School, school.Clock.Today)).Short.Single().Reason);
        await GiveAsync(commission.Chair, Autumn);

        var record = await halfYears.RecordAsync(school.School, school.Clock.Today);
        Assert.Equal((Autumn, 1, 2, "Карантин болду."), (record.Short.Single().Half, record.Short[0].Held, record.Short[0].Needed, record.Short[0].Reason!));
        Assert.Equal((Autumn.Next(), 0), (record.Present!.Half, record.Present.Held));
        Assert.Equal(2, record.Proposed.Count);
        await using var db = database.Open(school.Id);
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.HalfYearExplained));
    }

    [Fact]
    public async Task RecordAsync_SummerAndNoCommission_AsksNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var halfYears = new HalfYears(database.Gate);
        Assert.Equal((null, 0), await ShownAsync(halfYears, school, new DateOnly(2026, 12, 20)));
        var commission = await TestMeeting.ConveneAsync(school, new DateOnly(2026, 12, 1));
        await commission.EndedAsync(1, new DateOnly(2027, 6, 2));

        Assert.Equal((null, 0), await ShownAsync(halfYears, school, new DateOnly(2026, 12, 20)));
        Assert.Equal((0, 0), await ShownAsync(halfYears, school, new DateOnly(2027, 5, 31)));
        // A meeting of summer counts in neither half.
        Assert.Equal((null, 1), await ShownAsync(halfYears, school, new DateOnly(2027, 7, 1)));
    }

    private static async Task<(int? Held, int Short)> ShownAsync(HalfYears halfYears, TestSchool school, DateOnly day)
    {
        var record = await halfYears.RecordAsync(school.School, day);
        return (record.Present?.Held, record.Short.Count);
    }

    private static async Task<(TestMeeting Commission, HalfYears HalfYears)> OpenAsync(TestDatabase database)
    {
        var commission = await TestMeeting.ConveneAsync(await TestSchool.OpenAsync(database));
        await commission.ChangeAsync("""UPDATE "People" SET "Email" = 'mail@mektep.example'""");
        return (commission, new HalfYears(database.Gate));
    }
}
