using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Boxes;

public sealed class OpeningScheduleTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BoxesDue_OpeningsAndOrders_TellTheNextDay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        Assert.Equal(new DateOnly(2026, 9, 16), await DueAsync(box));
        box.School.School.Settings = new SchoolSettings { LastOpeningOn = new DateOnly(2026, 9, 7) };
        Assert.Equal(new DateOnly(2026, 9, 22), await DueAsync(box));

        await box.EmptyAsync();
        Assert.Equal(new DateOnly(2026, 9, 30), await DueAsync(box));
        await Assert.ThrowsAsync<IntervalDayNotPossible>(() => OrderAsync(box, "2026-10-30", "2026-09-20"));
        await Assert.ThrowsAsync<OnlyResponsibleOrDirector>(() => box.Schedule.OrderAsync(
            box.School.Chair.Now(box.School), new NewInterval { From = default, To = null, Days = 20, Order = "7" }));
        await OrderAsync(box, "2026-09-20", "2026-10-30");

        Assert.Equal(new DateOnly(2026, 10, 5), await DueAsync(box));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RemindAsync_DayByDay_RemindsThreeAndOneDayBeforeOnTheDayAndThenDaily(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await ReachableAsync(database);
        var said = new List<string>();
        box.School.Time.Now = new DateTimeOffset(2026, 9, 11, 4, 0, 0, TimeSpan.Zero);

        for (var day = 0; day < 8; day++, box.School.Time.Pass(TimeSpan.FromDays(1)))
            said.Add(await RemindedAsync(box));

        // Due on Wednesday the 16th: the director hears of it once it is overdue.
        Assert.Equal(["", "", "OpeningComing 1", "", "OpeningComing 1", "OpeningToday 1", "OpeningOverdue 2", "OpeningOverdue 2"], said);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RemindAsync_TwoBoxesOnDaysOfTheirOwn_RemindsOfEach(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await ReachableAsync(database);
        // Due on Wednesday the 16th, and on Thursday the 17th.
        await box.Keeping.AddAsync(box.Actor, new BoxInput { Place = "Б блогу", Seal = "" }, new DateOnly(2026, 9, 2));
        box.School.Time.Now = new DateTimeOffset(2026, 9, 13, 4, 0, 0, TimeSpan.Zero);
        var said = new List<string>();

        for (var day = 0; day < 3; day++, box.School.Time.Pass(TimeSpan.FromDays(1)))
            said.Add(await RemindedAsync(box));

        Assert.Equal(["OpeningComing 1", "OpeningComing 1", "OpeningComing 1"], said);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task OrderAsync_SameFirstDay_TakesThePlaceOfTheOneBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        Task EnterAsync(int days) => box.Schedule.OrderAsync(box.Actor, new NewInterval { From = new DateOnly(2026, 9, 1), To = null, Days = days, Order = "7" });

        await EnterAsync(90);
        await EnterAsync(9);

        await using var db = database.Open(box.School.Id);
        var order = await db.Set<OpeningInterval>().SingleAsync();
        Assert.Equal((9, true), (order.Days, order.Late));
        Assert.Equal(2, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.OpeningIntervalSet));
        Assert.Equal(new DateOnly(2026, 9, 10), await DueAsync(box));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RemindAsync_ManyNodesAtOnce_RemindOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await ReachableAsync(database);
        box.School.Time.Now = new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

        var reminded = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => box.Schedule.RemindAsync(box.School.School, box.School.Clock.UtcNow)));

        Assert.Equal(1, reminded.Count(done => done));
        await using var db = database.Open(box.School.Id);
        Assert.Single(await db.Set<OutboxMail>().ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LeftOpen_BegunOnFriday_IsAnAlarmOnMonday(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await ReachableAsync(database);
        box.School.Time.Now = new DateTimeOffset(2026, 9, 18, 6, 0, 0, TimeSpan.Zero);
        await box.CountedAsync(1, 1);
        await using var db = database.Open(box.School.Id);

        Assert.Empty(await db.LeftOpenAsync(box.School.School, new DateOnly(2026, 9, 20)));
        Assert.Single(await db.LeftOpenAsync(box.School.School, new DateOnly(2026, 9, 21)));
        box.School.Time.Pass(TimeSpan.FromDays(3));
        Assert.Equal("OpeningLeftOpen 2", await RemindedAsync(box));
    }

    private static async Task<BoxOf> ReachableAsync(TestDatabase database)
    {
        var box = await BoxOf.OpenAsync(database);
        await box.ChangeAsync("""UPDATE "People" SET "Email" = 'mail@mektep.example'""");
        return box;
    }

    private static Task OrderAsync(BoxOf box, string from, string to) =>
        box.Schedule.OrderAsync(box.Actor, new NewInterval { From = DateOnly.Parse(from), To = DateOnly.Parse(to), Days = 20, Order = "7" });

    private static async Task<DateOnly?> DueAsync(BoxOf box)
    {
        await using var db = box.School.Database.Open(box.School.Id);
        return (await db.BoxesDueAsync(box.School.School)).Single().Due;
    }

    /// <summary>What was put into the outbox, and to how many.</summary>
    private static async Task<string> RemindedAsync(BoxOf box)
    {
        await box.Schedule.RemindAsync(box.School.School, box.School.Clock.UtcNow);
        Assert.False(await box.Schedule.RemindAsync(box.School.School, box.School.Clock.UtcNow));
        await using var db = box.School.Database.Open(box.School.Id);
        var mails = await db.Set<OutboxMail>().ToListAsync();
        await db.Set<OutboxMail>().ExecuteDeleteAsync();
        return string.Join(", ", mails.GroupBy(mail => mail.Notice).Select(group => $"{group.Key} {group.Count()}"));
    }
}
