using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class DeskReadingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ReadAsync_ByReader_OpensTextMarksReadAndJournals(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Ашкана муздак."));

        var first = await desk.Reading.ReadAsync(school.Director.Now(school), id);
        var second = await desk.Reading.ReadAsync(school.Director.Now(school), id);

        var part = Assert.Single(first!.Parts);
        Assert.Equal("Ашкана муздак.", part.Text);
        Assert.True(part.IsNew);
        Assert.False(second!.Parts[0].IsNew);
        Assert.Equal(new[] { school.Director.Id, school.Responsible.Id }.OrderBy(one => one.Value), first.Readers.OrderBy(one => one.Value));
        await using var db = database.Open(school.Id);
        Assert.Equal(2, await db.Set<JournalLine>().CountAsync(line => line.Verb == JournalVerb.LetterRead && line.Actor == school.Director.Id && line.Appeal == id));
        Assert.Equal(1, (await db.Set<ReadMark>().SingleAsync()).Sequence);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ReadAsync_WithoutGrant_IsNullAndLeavesNoLine(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var desk = new DeskOf(school);
        var id = await desk.AcceptAsync(TestSchool.Letter("Директор жөнүндө.", About.Director));

        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), id));
        Assert.Null(await desk.Reading.ReadAsync(school.Responsible.Now(school), id));
        Assert.Null(await desk.Reading.ReadAsync(school.Director.Now(school), AppealId.New()));

        await using var db = database.Open(school.Id);
        Assert.False(await db.Set<JournalLine>().AnyAsync(line => line.Book == Book.Acts));
    }
}
