using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Tests.Appeals;

namespace Ishenim.Core.Tests.Journal;

public sealed class JournalBrowsingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ActsAsync_RestrictedLetter_IsSilentForWhoeverDoesNotHoldIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var journal = new JournalBrowsing(database.Gate);
        var common = await desk.AcceptAsync(TestSchool.Letter("Жалпы."));
        var restricted = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));
        await desk.Reading.ReadAsync(school.Responsible.Now(school), common);
        await desk.Reading.ReadAsync(school.Chair.Now(school), restricted);
        school.Time.Pass(TimeSpan.FromDays(1));
        await desk.Reading.ReadAsync(school.Chair.Now(school), restricted);

        Assert.Equal([common], (await journal.ActsAsync(school.Director.Now(school), null)).Lines.Select(line => line.Appeal!.Value));
        Assert.Equal([restricted, restricted, common], (await journal.ActsAsync(school.Chair.Now(school), null)).Lines.Select(line => line.Appeal!.Value));
        Assert.Equal([common], (await journal.ArrivalsAsync(school.Director.Now(school), null)).Lines.Select(line => line.Appeal!.Value));
        Assert.Equal([restricted, common], (await journal.ArrivalsAsync(school.Chair.Now(school), null)).Lines.Select(line => line.Appeal!.Value));
        Assert.DoesNotContain((await journal.ActsAsync(school.Director.Now(school), null)).Lines, line => line.Verb == JournalVerb.ArrivalsTied);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ActsAsync_MemberOrSteppedBack_SeesTheirOwnLines(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var member = await school.AddAsync("Мээрим Ойдонова", Position.Teacher, Role.Member);
        var desk = new DeskOf(school);
        var journal = new JournalBrowsing(database.Gate);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        await desk.Access.StepBackAsync(school.Director.Now(school), id);
        await desk.Reading.ReadAsync(school.Responsible.Now(school), id);

        Assert.Equal([JournalVerb.AccessGranted, JournalVerb.SteppedBack], (await journal.ActsAsync(school.Director.Now(school), null)).Lines.Select(line => line.Verb));
        Assert.Empty((await journal.ActsAsync(member.Now(school), null)).Lines);
        Assert.Empty((await journal.ArrivalsAsync(member.Now(school), null)).Lines);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Pages_OfBothBooks_HoldEachLineOnceAndTodayWaits(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var journal = new JournalBrowsing(database.Gate);
        var id = await desk.AcceptAsync(TestSchool.Letter("Кат."));
        for (var i = 0; i < JournalBrowsing.Lines + 5; i++)
            await desk.Reading.ReadAsync(school.Director.Now(school), id);
        Assert.Empty((await journal.ArrivalsAsync(school.Director.Now(school), null)).Lines);

        var first = await journal.ActsAsync(school.Director.Now(school), null);
        var second = await journal.ActsAsync(school.Director.Now(school), first.OlderThan);

        Assert.Equal(Enumerable.Range(1, JournalBrowsing.Lines + 5).Reverse(), first.Lines.Concat(second.Lines).Select(line => (int)line.Number));
        Assert.Null(second.OlderThan);
    }
}
