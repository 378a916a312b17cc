using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class RegisterTests
{
    private static readonly RegisterCursor Newest = new();

    /// <summary>SQLite read every letter of the school for each page where the column was its own condition.</summary>
    [Fact]
    public async Task InRestrictedSeries_OnSqlite_IsAComparisonThatAnIndexAnswers()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();

        Assert.Contains("\"Restricted\" = @", db.Set<Appeal>().InRestrictedSeries().ToQueryString(), StringComparison.Ordinal);
    }

    /// <summary>SQLite takes that index only while query and index name the open letters in the same words.</summary>
    [Fact]
    public async Task RowsAsync_UnreadOnSqlite_WalksTheOpenLettersInTheirOrder()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await using var db = database.Open(school.Id);
        var older = new RegisterCursor(OlderThan: 1_000_000);
        await using var plan = (await Register.RowsAsync(db, school.Director.Now(school), new RegisterFilter { Unread = true }, older)).CreateDbCommand();
        plan.CommandText = "EXPLAIN QUERY PLAN " + plan.CommandText;
        await db.Database.OpenConnectionAsync();

        var steps = new List<string>();
        await using var rows = await plan.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            steps.Add(rows.GetString(rows.GetOrdinal("detail")));

        Assert.Contains(steps, step => step.Contains("INDEX IX_Appeals_Open (", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("ORDER BY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ListAsync_Filters_EachFindsItsOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        await desk.AcceptAsync(TestSchool.Letter("1") with { Kind = Kind.Complaint, Group = WriterGroup.Pupil });
        await desk.AcceptAsync(TestSchool.Letter("2") with { Subject = Subject.Safety, Urgent = true });
        school.Time.Pass(TimeSpan.FromDays(30));
        var read = await desk.AcceptAsync(TestSchool.Letter("3") with { Channel = Channel.Oral });
        var actor = school.Director.Now(school);
        await desk.Reading.ReadAsync(actor, read);
        await desk.Answering.AnswerAsync(actor, read, new NewAnswer { Text = "Жооп.", Version = 0 });
        var received = new DateOnly(2026, 9, 15);

        foreach (var (filter, expected) in new (RegisterFilter, string)[]
        {
            (new RegisterFilter(), "3 2 1"),
            (new RegisterFilter { Kind = Kind.Complaint }, "1"),
            (new RegisterFilter { Subject = Subject.Safety }, "2"),
            (new RegisterFilter { Group = WriterGroup.Pupil }, "1"),
            (new RegisterFilter { Channel = Channel.Oral }, "3"),
            (new RegisterFilter { State = AppealState.Answered }, "3"),
            (new RegisterFilter { State = AppealState.Registered, Urgent = true }, "2"),
            (new RegisterFilter { Urgent = true }, "2"),
            (new RegisterFilter { Unread = true }, "2 1"),
            (new RegisterFilter { Overdue = true }, "2 1"),
            (new RegisterFilter { From = received, To = received }, "2 1"),
            (new RegisterFilter { From = received.AddDays(1) }, "3"),
            (new RegisterFilter { To = received.AddDays(-1) }, ""),
            (new RegisterFilter { Number = RegisterNumber.Parse("2026-2") }, "2"),
            (new RegisterFilter { Number = RegisterNumber.Parse("2026-Ч-2") }, ""),
        })
            Assert.Equal(expected, Places(await desk.Register.ListAsync(actor, filter, Newest)));

        await desk.CloseAsync(actor, read, 1);
        Assert.Equal("3", Places(await desk.Register.ListAsync(actor, new RegisterFilter { Number = RegisterNumber.Parse("2026-3"), Unread = true }, Newest)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ListAsync_PagesBothWays_EachRowOnceInOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        for (var i = 0; i < 5; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => school.AcceptAsync(TestSchool.Letter("Кат"))));
            school.Time.Pass(TimeSpan.FromDays(1));
        }
        await MixStatesAsync(school);
        var register = new DeskOf(school).Register;
        var actor = school.Director.Now(school);
        var from = new DateOnly(2026, 9, 1);
        foreach (var filter in new RegisterFilter[] { new(), new() { From = from }, new() { Unread = true }, new() { Unread = true, From = from } })
        {
            var first = await register.ListAsync(actor, filter, Newest);
            var second = await register.ListAsync(actor, filter, first.Older!);
            var third = await register.ListAsync(actor, filter, second.Older!);
            var back = await register.ListAsync(actor, filter, third.Newer!);

            Assert.Equal(Enumerable.Range(1, 120).Reverse(), new[] { first, second, third }.SelectMany(page => page.Common).Select(Place));
            Assert.Equal((null, null), (first.Newer, third.Older));
            Assert.Equal(second.Common.Select(Place), back.Common.Select(Place));
            Assert.Null((await register.ListAsync(actor, filter, back.Newer!)).Newer);
        }
    }

    /// <summary>Some of every state in which a letter may be unread, and some in two of these at once.</summary>
    private static async Task MixStatesAsync(TestSchool school)
    {
        await using var db = school.Database.Open(school.Id);
        foreach (var (state, part) in new[] { (AppealState.UnderConsideration, 3), (AppealState.Answered, 5) })
            await db.Database.ExecuteSqlAsync($"""UPDATE "Appeals" SET "Facts_State" = {(int)state} WHERE "RegisterPlace" % {part} = 0""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "Appeals" SET "WrittenAfterClosing" = {new DateOnly(2026, 9, 20)} WHERE "RegisterPlace" % 7 = 0""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "Appeals" SET "Facts_State" = {(int)AppealState.Closed} WHERE "RegisterPlace" % 14 = 0""");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ListAsync_WhoSeesWhat_ByRoleAndGrant(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var member = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var desk = new DeskOf(school);
        await desk.AcceptAsync(TestSchool.Letter("Жалпы."));
        await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));

        var director = await desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), Newest);
        var chair = await desk.Register.ListAsync(school.Chair.Now(school), new RegisterFilter(), Newest);

        Assert.True(Assert.Single(director.Common) is { Readable: true, Unread: true, Number: "2026-1" });
        Assert.Empty(director.Restricted);
        Assert.True(Assert.Single(chair.Common) is { Readable: false, Unread: false, Facts: not null });
        Assert.True(Assert.Single(chair.Restricted) is { Readable: true, Unread: true, Number: "2026-Ч-1", Facts.State: AppealState.Registered });
        Assert.Empty((await desk.Register.ListAsync(member.Now(school), new RegisterFilter(), Newest)).Common);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ListAsync_NotAppearedYet_IsHiddenAtTheDesk(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        school.School.Settings = school.School.Settings with { AppearAtHours = [14] };
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Саат он төрттө көрүнөт."));

        Assert.Empty((await desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), Newest)).Common);
        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        school.Time.Pass(TimeSpan.FromHours(4));

        Assert.Single((await desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), Newest)).Common);
        Assert.NotNull(await desk.Reading.ReadAsync(school.Director.Now(school), id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ListAsync_NumberSearch_IsOneLineWithoutItsWords(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);

        await new DeskOf(school).Register.ListAsync(school.Chair.Now(school), new RegisterFilter { Number = RegisterNumber.Parse("2026-1") }, Newest);

        await using var db = database.Open(school.Id);
        var line = await db.Set<JournalLine>().SingleAsync();
        Assert.Equal((JournalVerb.Searched, null, null), (line.Verb, line.Detail, line.Appeal));
    }

    private static string Places(RegisterPage page) => string.Join(' ', page.Common.Select(Place));

    private static int Place(RegisterRow row) => (int)RegisterNumber.Parse(row.Number).Place;
}
