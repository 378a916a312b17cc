using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Boxes;

public sealed class BoxKeepingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Box_AddedChangedTakenDown_StaysInTheHistory(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var input = new BoxInput { Place = "Б блогу", Seal = "П-7" };
        await Assert.ThrowsAsync<OnlyResponsibleOrDirector>(() => box.Keeping.ChangeAsync(box.School.Chair.Now(box.School), box.Id, 0, input));
        await Assert.ThrowsAsync<BoxDayNotPossible>(() => box.Keeping.AddAsync(box.Actor, input, box.School.Clock.Today.AddDays(1)));

        await box.Keeping.ChangeAsync(box.Actor, box.Id, 0, input);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => box.Keeping.ChangeAsync(box.Actor, box.Id, 0, input));
        var second = await box.Keeping.AddAsync(box.School.Director.Now(box.School), input, box.School.Clock.Today);
        var open = await box.BeginAsync();
        await Assert.ThrowsAsync<BoxIsOpen>(() => box.Keeping.TakeDownAsync(box.Actor, box.Id, 1, box.School.Clock.Today));
        await box.Openings.DropAsync(box.Actor, open);
        await box.Keeping.TakeDownAsync(box.Actor, box.Id, 1, box.School.Clock.Today);
        await Assert.ThrowsAsync<BoxNotInUse>(() => box.Keeping.ChangeAsync(box.Actor, box.Id, 2, input));

        await using var db = database.Open(box.School.Id);
        Assert.Equal([(1, box.Id), (2, second)], (await db.Set<Box>().OrderBy(one => one.Number).ToListAsync()).Select(one => (one.Number, one.Id)));
        Assert.Equal(second, Assert.Single(await db.BoxesDueAsync(box.School.School)).Box);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task HandOverAsync_FromHandToHand_EndsTheOneBeforeAndFreezesAPaper(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var (first, second) = (box.School.Responsible.Id, box.School.Chair.Id);

        await box.HandOverAsync(first, new DateOnly(2026, 9, 1));
        await Assert.ThrowsAsync<KeyAlreadyHeld>(() => box.HandOverAsync(first, box.School.Clock.Today));
        await Assert.ThrowsAsync<HandOverDayNotPossible>(() => box.HandOverAsync(second, new DateOnly(2026, 8, 31)));
        await Assert.ThrowsAsync<HandOverDayNotPossible>(() => box.HandOverAsync(second, new DateOnly(2026, 9, 16)));
        await box.HandOverAsync(second, box.School.Clock.Today);

        await using var db = database.Open(box.School.Id);
        var custodies = await db.Set<KeyCustody>().OrderBy(custody => custody.From).ToListAsync();
        Assert.Equal([(first, (DateOnly?)new DateOnly(2026, 9, 15), true), (second, null, false)], custodies.Select(custody => (custody.Holder, custody.To, custody.Late)));
        var papers = (await box.FormsAsync()).Select(form => form.Read<FrozenHandOver>()).ToList();
        Assert.Equal([(1, null, "Айгүл Үлгүева"), (2, "Айгүл Үлгүева", "Жылдыз Мисалиева")], papers.Select(paper => (paper.Number, paper.From?.Name, paper.To.Name)));
        Assert.Null((await box.VerifyAsync()).Contradiction);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task HandOverAsync_EnteredAfterAnOpening_NamesTheSealOfItsDay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync(new DateOnly(2026, 9, 10));

        await box.HandOverAsync(box.School.Responsible.Id, new DateOnly(2026, 9, 4));
        await box.HandOverAsync(box.School.Chair.Id, new DateOnly(2026, 9, 11));

        var papers = (await box.FormsAsync()).Where(form => form.Kind == FormKind.KeyHandOver).Select(form => form.Read<FrozenHandOver>());
        Assert.Equal([("П-1", true), ("П-2", true)], papers.Select(paper => (paper.Seal, paper.Late)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TakeDownAsync_BeforeItsLastOpening_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync(new DateOnly(2026, 9, 10));

        await Assert.ThrowsAsync<BoxDayNotPossible>(() => box.Keeping.TakeDownAsync(box.Actor, box.Id, 1, new DateOnly(2026, 9, 9)));
        await box.Keeping.TakeDownAsync(box.Actor, box.Id, 1, new DateOnly(2026, 9, 14));

        // What was done and not entered in time is entered late.
        await box.EmptyAsync(new DateOnly(2026, 9, 12));
        await Assert.ThrowsAsync<BoxNotInUse>(() => box.BeginAsync(box.New(new DateOnly(2026, 9, 15))));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FirstBoxes_SchoolOfAnOlderVersion_HasItsBoxOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        await using var db = database.Open(school.Id);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "Schools" SET "Settings_BoxPlace" = 'А блогу', "Settings_LastOpeningOn" = '2026-08-20'""");

        await FirstBoxes.MakeAsync(db);
        await FirstBoxes.MakeAsync(db);

        var box = await db.Set<Box>().SingleAsync();
        Assert.Equal((1, "А блогу", new DateOnly(2026, 8, 20)), (box.Number, box.Place, box.InUseFrom));
    }

    [Theory]
    [InlineData("phone.jpg", "image/jpeg")]
    [InlineData("texts.png", "image/png")]
    [InlineData("lossy.webp", "image/webp")]
    public async Task ReadAsync_Photo_IsTakenWithoutItsTraces(string name, string type)
    {
        await using var file = File.OpenRead(Path.Combine(Repository.Root, "tests", "Ishenim.Core.Tests", "Attachments", "Cleaning", "Fixtures", name));

        var photo = await NewBoxFile.ReadAsync(file, pdf: false);

        Assert.Equal(type, photo.Type);
        Assert.Equal(-1, photo.Content.AsSpan().IndexOf("TELLTALE"u8));
    }

    [Fact]
    public async Task ReadAsync_NoPhotoOrTooBig_IsRefused()
    {
        static Task<NewBoxFile> ReadAsync(byte[] bytes, bool pdf) => NewBoxFile.ReadAsync(new MemoryStream(bytes), pdf);

        await Assert.ThrowsAsync<BoxFileUnusable>(() => ReadAsync("сүрөт эмес"u8.ToArray(), pdf: true));
        await Assert.ThrowsAsync<BoxFileUnusable>(() => ReadAsync("%PDF-1.7"u8.ToArray(), pdf: false));
        await Assert.ThrowsAsync<BoxFileUnusable>(() => ReadAsync(new byte[BoxFile.MostBytes + 1], pdf: true));
        Assert.Equal("application/pdf", (await ReadAsync("%PDF-1.7"u8.ToArray(), pdf: true)).Type);
    }
}
