using Ishenim.Core.Boxes;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Boxes;

public sealed class OpeningsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FinishAsync_ThreeLettersAndAJoke_FreezesTheActAndNumbersIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.CountedAsync(4, 5);
        await box.RegisterAsync(id, signed: true);
        await box.RegisterAsync(id);
        await box.AsideAsync(id, SetAside.Advertisement, 2);
        await box.RegisterAsync(id);

        await box.FinishAsync(id);

        var row = await box.RowAsync(id);
        Assert.Equal((1, 1, box.School.Clock.Today), (row.Number!.Value, row.ActNumber!.Value, row.FinishedOn!.Value));
        var form = Assert.Single(await box.FormsAsync());
        Assert.Equal((FormKind.Act, 2026, 1), (form.Kind, form.Year.Begins, form.Number));
        var act = form.Read<FrozenOpening>();
        Assert.Equal(["2026-1", "2026-2", "2026-3"], act.Letters.Select(letter => letter.Number));
        Assert.Equal((1, 2, "П-2", "Болот Ойлонбаев"), (act.Letters.Count(letter => letter.Signed == true), act.Others.Sum(other => other.Sheets), act.SealAfter, act.Director));
        Assert.Equal([Capacity.Responsible, Capacity.Member, Capacity.Member], act.Signers.Select(signer => signer.Capacity));
        Assert.Null((await box.VerifyAsync()).Contradiction is { } said && !said.Contains("letter", StringComparison.Ordinal) ? said : null);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FinishAsync_NothingFound_IsALineOfTheJournalAndNoAct(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);

        var first = await box.EmptyAsync();
        var second = await box.CountedAsync(1, 1);
        await box.AsideAsync(second);
        await box.FinishAsync(second);

        Assert.Equal((1, null), ((await box.RowAsync(first)).Number!.Value, (await box.RowAsync(first)).ActNumber));
        Assert.Equal((2, 1), ((await box.RowAsync(second)).Number!.Value, (await box.RowAsync(second)).ActNumber!.Value));
        Assert.Equal([FormKind.EmptyOpening, FormKind.Act], (await box.FormsAsync()).Select(form => form.Kind));
        Assert.Null((await box.VerifyAsync()).Contradiction);
        Assert.Equal(2, (await box.VerifyAsync()).Forms);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FinishAsync_NotReconciled_IsRefusedUntilItIs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.BeginAsync();
        await Assert.ThrowsAsync<OpeningNotCounted>(() => box.FinishAsync(id));
        await Assert.ThrowsAsync<OpeningNotCounted>(() => box.RegisterAsync(id));
        await box.Openings.CountAsync(box.Actor, id, 0, 2, 3);

        await box.RegisterAsync(id);
        await Assert.ThrowsAsync<OpeningNotReconciled>(() => box.FinishAsync(id));
        await Assert.ThrowsAsync<MoreSheetsThanFound>(() => box.AsideAsync(id, SetAside.Joke, 3));
        await box.AsideAsync(id);
        await Assert.ThrowsAsync<SheetsNotReconciled>(() => box.FinishAsync(id));
        await Assert.ThrowsAsync<MoreLettersThanFound>(() => box.RegisterAsync(id));
        await Assert.ThrowsAsync<MoreLettersThanFound>(() => box.Openings.CountAsync(box.Actor, id, 1, 1, 3));
        await box.Openings.CountAsync(box.Actor, id, 1, 2, 2);
        await Assert.ThrowsAsync<NewSealMissing>(() => box.FinishAsync(id, ""));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => box.Openings.FinishAsync(box.Actor, id, 1, "П-2"));
        await Assert.ThrowsAsync<OpeningHasLetters>(() => box.Openings.DropAsync(box.Actor, id));
        await box.FinishAsync(id);
        await Assert.ThrowsAsync<OpeningIsFinished>(() => box.RegisterAsync(id));
        await Assert.ThrowsAsync<OpeningIsFinished>(() => box.FinishAsync(id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BeginAsync_WhoIsPresent_IsHeldAgainstTheSettings(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var (responsible, chair) = (box.Present[0], box.Present[1]);
        var guest = new Guest("Сезим Мисалова", "ата-эне", Member: false);

        await Assert.ThrowsAsync<OpeningNeedsThreeSigners>(() => box.BeginAsync(box.New() with { Present = [responsible, chair] }));
        await Assert.ThrowsAsync<OpeningNeedsResponsible>(() => box.BeginAsync(box.New() with { Present = [.. box.Present.Skip(1)], Guests = [guest] }));
        await Assert.ThrowsAsync<OpeningNeedsMembers>(() => box.BeginAsync(box.New() with { Present = [responsible, chair], Guests = [guest] }));
        await Assert.ThrowsAsync<OnlyResponsibleOpens>(() => box.Openings.BeginAsync(box.School.Chair.Now(box.School), box.School.School, box.New()));
        var id = await box.BeginAsync(box.New() with { Present = [responsible, chair], Guests = [guest], FewMembers = true });

        Assert.Equal(["Айгүл Үлгүева", "Жылдыз Мисалиева", "Сезим Мисалова"], (await box.RowAsync(id)).Signers.OrderBy(signer => signer.Place).Select(signer => signer.Name));
        await Assert.ThrowsAsync<BoxIsOpen>(() => box.BeginAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BeginAsync_OnePersonVillage_FewerSignersBySetting(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        box.School.School.Settings = box.School.School.Settings with { OpeningSigners = 2, OpeningMembers = 0 };

        var id = await box.BeginAsync(box.New() with { Present = [box.Present[0]], Guests = [new Guest("Сезим Мисалова", "ата-эне", Member: false)] });

        Assert.Equal(2, (await box.RowAsync(id)).Signers.Count);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task BeginAsync_AnotherDay_IsMarkedLateAndNeverOfTheFuture(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);

        await Assert.ThrowsAsync<OpeningInFuture>(() => box.BeginAsync(box.New(new DateOnly(2026, 9, 16))));
        // It is 10:42.
        await Assert.ThrowsAsync<OpeningInFuture>(() => box.BeginAsync(box.New() with { OpenedAt = new TimeOnly(10, 43) }));
        await Assert.ThrowsAsync<BoxNotInUse>(() => box.BeginAsync(box.New(new DateOnly(2026, 8, 31))));
        var late = await box.EmptyAsync(new DateOnly(2026, 9, 10));

        var row = await box.RowAsync(late);
        Assert.Equal((true, new DateOnly(2026, 9, 10), new DateOnly(2026, 9, 15)), (row.Late, row.OpenedOn, row.EnteredOn));
        Assert.True((await box.FormsAsync())[0].Read<FrozenOpening>().Late);
        await using var db = database.Open(box.School.Id);
        Assert.Equal(new DateOnly(2026, 9, 15), (await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.FormFrozen)).Day);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FinishAsync_EnteredAfterALaterOpening_LeavesTheSealThatHangsThere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync();
        var late = await box.BeginAsync(box.New(new DateOnly(2026, 9, 10)));
        await box.Openings.CountAsync(box.Actor, late, 0, 0, 0);

        await box.FinishAsync(late, "П-0");

        await using var db = database.Open(box.School.Id);
        Assert.Equal("П-2", (await db.Set<Box>().SingleAsync()).Seal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_TwoAtOnceAndTwiceTheSame_LosesNothingAndDoublesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.CountedAsync(12, 12);
        var twice = Guid.NewGuid();

        await Task.WhenAll([.. Enumerable.Range(0, 10).Select(_ => box.RegisterAsync(id)), box.RegisterAsync(id, entry: twice), box.RegisterAsync(id, entry: twice), box.AsideAsync(id)]);
        await Assert.ThrowsAsync<MoreLettersThanFound>(() => box.RegisterAsync(id));
        await box.FinishAsync(id);

        var items = (await box.FormsAsync())[0].Read<FrozenOpening>().Items;
        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"2026-{n}"), items.Where(item => item.SetAside == SetAside.No).Select(item => item.Number));
        await using var db = database.Open(box.School.Id);
        Assert.Equal(Enumerable.Range(1, 12), await db.Set<OpeningItem>().OrderBy(item => item.Place).Select(item => item.Place).ToListAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RegisterAsync_RestrictedLetter_LeavesNothingButItsSheets(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.CountedAsync(1, 1);

        Assert.Equal("2026-Ч-1", (await box.RegisterAsync(id, restricted: true))!.ToString());
        await box.FinishAsync(id);

        await using var db = database.Open(box.School.Id);
        var item = await db.Set<OpeningItem>().SingleAsync();
        Assert.Equal((true, null, null, null, null), (item.Restricted, item.Appeal, item.Number, item.Kind, item.Signed));
        Assert.DoesNotContain("Ч-", (await box.FormsAsync())[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.Set<JournalLine>().Where(line => line.Book == Book.Acts).Select(line => line.Detail ?? "").ToListAsync(), detail => detail.Contains("Ч-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task FinishAsync_NewSchoolYear_NumbersBeginAgainAndGoOnAfterPaper(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        await box.EmptyAsync();
        await using (var db = database.Open(box.School.Id))
            await database.Gate.InTransactionAsync(db, () =>
            {
                db.StartAfter("openings:2027", 6);
                return Task.CompletedTask;
            });
        box.School.Time.Now = new DateTimeOffset(2027, 9, 2, 5, 0, 0, TimeSpan.Zero);

        // Entered in the new year, it is of the old one.
        var late = await box.EmptyAsync(new DateOnly(2027, 8, 30));
        var of = await box.EmptyAsync();

        Assert.Equal((2, 7), ((await box.RowAsync(late)).Number!.Value, (await box.RowAsync(of)).Number!.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task CorrectAsync_FinishedOpening_IsNumberedAndChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.CountedAsync(1, 1);
        await Assert.ThrowsAsync<OpeningNotFinished>(() => box.Openings.CorrectAsync(box.Actor, id, "Жок."));
        await box.AsideAsync(id);
        await box.FinishAsync(id);
        var before = (await box.FormsAsync())[0].Content;

        await box.Openings.CorrectAsync(box.Actor, id, "Пломбанын номери П-3 болгон.");
        await box.Openings.CorrectAsync(box.Actor, id, "Эки барак болгон.");

        var forms = await box.FormsAsync();
        Assert.Equal(before, forms[0].Content);
        Assert.Equal([1, 2], forms.Skip(1).Select(form => form.Read<FrozenCorrection>().Number));
        Assert.Equal("Эки барак болгон.", forms[2].Read<FrozenCorrection>().Text);
        Assert.Null((await box.VerifyAsync()).Contradiction);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task DropAsync_BegunByMistake_IsGoneAndTheJournalTellsOfIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var box = await BoxOf.OpenAsync(database);
        var id = await box.BeginAsync();

        await box.Openings.DropAsync(box.Actor, id);

        await box.BeginAsync();
        await using var db = database.Open(box.School.Id);
        Assert.Equal([JournalVerb.BoxAdded, JournalVerb.OpeningBegun, JournalVerb.OpeningDropped, JournalVerb.OpeningBegun],
            await db.Set<JournalLine>().Where(line => line.Book == Book.Acts).OrderBy(line => line.Number).Select(line => line.Verb).ToListAsync());
    }
}
