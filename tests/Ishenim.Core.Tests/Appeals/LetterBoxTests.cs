using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals;

public sealed class LetterBoxTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AcceptAsync_AnonymousLetter_IsSealedToResponsibleAndDirector(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);

        var receipt = await school.AcceptAsync(TestSchool.Letter("Ашкана муздак."));

        await using var db = database.Open(school.Id);
        var appeal = await db.Set<Appeal>().SingleAsync();
        Assert.Equal("2026-1", appeal.Facts!.Number);
        Assert.Equal(receipt.DueOn, appeal.Facts.DueOn);
        var recipients = await db.Set<Grant>().Where(grant => grant.Class == KeyClass.Letter).Select(grant => grant.Recipient).ToListAsync();
        Assert.Equal(
            new[] { appeal.Id.Value, school.Director.Id.Value, school.Responsible.Id.Value }.Order(),
            recipients.Order());
        Assert.Equal(1, await db.Set<JournalLine>().CountAsync(line => line.Book == Book.Arrivals));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AcceptAsync_ManyAtOnce_NumbersHaveNoGapAndNoDouble(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => school.AcceptAsync(TestSchool.Letter($"Кат {i}"))));

        await using var db = database.Open(school.Id);
        var places = await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 40).Select(place => (long)place), places.Order());
    }
}
