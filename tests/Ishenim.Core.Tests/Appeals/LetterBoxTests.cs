using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
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

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AcceptAsync_OneLetterManyTimesAmongOthersAtOnce_ArrivesOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        var page = LetterDraft.New().ToToken();
        NewLetter Again() => TestSchool.Letter("Кат") with { Draft = LetterDraft.TryParse(page, out var draft) ? draft! : throw new InvalidOperationException() };

        var others = Enumerable.Range(0, 10).Select(i => school.AcceptAsync(TestSchool.Letter($"Кат {i}"))).ToList();
        var same = Enumerable.Range(0, 4).Select(_ => school.AcceptAsync(Again())).ToList();
        await Task.WhenAll(others);
        await Task.WhenAny(Task.WhenAll(same));

        Assert.Equal(1, same.Count(one => one.IsCompletedSuccessfully));
        Assert.All(same.Where(one => one.IsFaulted), one => Assert.IsType<LetterAlreadyArrived>(one.Exception!.InnerException));
        await using var db = database.Open(school.Id);
        var places = await db.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 11).Select(place => (long)place), places.Order());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task AcceptAsync_LetterThatNobodyMayReadAmongOthers_AloneIsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await using (var db = database.Open(school.Id))
            await db.Set<Person>().Where(person => person.Id == school.Chair.Id).ExecuteUpdateAsync(person => person.SetProperty(one => one.LeftOn, new DateOnly(2026, 9, 2)));

        var others = Enumerable.Range(0, 10).Select(i => school.AcceptAsync(TestSchool.Letter($"Кат {i}"))).ToList();
        var refused = school.AcceptAsync(TestSchool.Letter("Кат", About.Director));

        await Assert.ThrowsAsync<NobodyMayRead>(() => refused);
        await Task.WhenAll(others);
        await using var after = database.Open(school.Id);
        var places = await after.Set<Appeal>().Select(appeal => appeal.RegisterPlace!.Value % 10_000_000).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 10).Select(place => (long)place), places.Order());
    }
}
