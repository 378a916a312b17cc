using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Appeals.Retention;

/// <summary>Letters of September 2026 are kept for five years.</summary>
public sealed class RetentionTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ApproveAsync_TermOver_ContentIsGoneAndTheLineStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        var (id, code) = await retention.ClosedAsync();
        retention.PassYears(5);
        Assert.Empty(await retention.Shown.DueAsync(school.Director.Now(school)));
        school.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(id, Assert.Single(await retention.Shown.DueAsync(school.Director.Now(school))).Id);

        var plan = await retention.DestroyAsync();

        var destroyed = (await retention.Shown.DestroyedAsync(school.Director.Now(school), id))!;
        Assert.Equal((DestructionState.Done, 1, null), (destroyed.By.State, destroyed.By.Number, destroyed.By.FilesLeft));
        Assert.Equal(destroyed.By.EndedOn!.Value.AddDays(35), destroyed.By.FinalOn);
        Assert.Equal(("2026-1", AppealState.Closed), (destroyed.Facts.Number, destroyed.Facts.State));
        Assert.Null(await retention.Desk.Reading.ReadAsync(school.Director.Now(school), id));
        var row = (await retention.Desk.Register.ListAsync(school.Director.Now(school), new RegisterFilter(), new RegisterCursor())).Common.Single();
        Assert.Equal((true, false), (row.Destroyed, row.Readable));
        await Assert.ThrowsAsync<LetterDestroyed>(() => new WriterThread(database.Gate, new CodeStretching(), school.Staged, school.Files, school.Time)
            .OpenAsync(school.School, code, CancellationToken.None));
        await using var db = database.Open(school.Id);
        Assert.Equal((0, 0, 0, 0), (await db.Set<Part>().CountAsync(), await db.Set<Grant>().CountAsync(), await db.Set<Attachment>().CountAsync(), await db.Set<ReadMark>().CountAsync()));
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "files"), "*", SearchOption.AllDirectories));
        var act = (await db.Set<FrozenForm>().SingleAsync(form => form.Of == plan)).Read<FrozenDestruction>();
        Assert.Equal(("2026-1", 1, school.Responsible.Person.Name, school.Chair.Person.Name), (act.Letters.Single().Number, act.Files, act.First.Name, act.Second.Name));
        Assert.Null(await retention.ContradictionAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ApproveAsync_HeldOrReopenedSince_IsLeftOut(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        var (gone, held, reopened) = (await retention.ClosedAsync("Биринчи"), await retention.ClosedAsync("Экинчи"), await retention.ClosedAsync("Үчүнчү"));
        retention.PassYears(6);
        var plan = await retention.PlanAsync();
        await retention.HoldAsync(held.Id);
        var open = (await retention.Desk.Reading.ReadAsync(school.Director.Now(school), reopened.Id))!;
        await retention.Desk.Reopening.ReopenAsync(school.Director.Now(school), reopened.Id, "Жаңы маалымат келди.", open.Version);

        await retention.ApproveAsync(plan);

        Assert.NotNull(await retention.Shown.DestroyedAsync(school.Director.Now(school), gone.Id));
        Assert.NotNull(await retention.Desk.Reading.ReadAsync(school.Director.Now(school), held.Id));
        Assert.NotNull(await retention.Desk.Reading.ReadAsync(school.Director.Now(school), reopened.Id));
        Assert.Equal(held.Id, Assert.Single(await retention.Shown.HeldAsync(school.Chair.Now(school))).Id);
        await Assert.ThrowsAsync<NothingToDestroy>(retention.PlanAsync);
        Assert.Null(await retention.ContradictionAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task LiftAsync_ByAReader_ReasonsAreSealedAndTheLetterIsDueAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        var (id, _) = await retention.ClosedAsync();
        await retention.HoldAsync(id);
        retention.PassYears(6);
        await Assert.ThrowsAsync<NothingToDestroy>(retention.PlanAsync);
        var hold = Assert.Single((await retention.Holding.OfAsync(school.Director.Now(school), id))!.Holds);
        Assert.Null(await retention.Holding.OfAsync(school.Chair.Now(school), id));
        Assert.False(await retention.Holding.LiftAsync(school.Chair.Now(school), id, hold.Id, "Сот бүттү дешти."));

        await retention.Holding.LiftAsync(school.Responsible.Now(school), id, hold.Id, "Сот чечимин чыгарды.");

        await Assert.ThrowsAsync<HoldIsLifted>(() => retention.Holding.LiftAsync(school.Director.Now(school), id, hold.Id, "Дагы бир жолу."));
        var letter = (await retention.Desk.Reading.ReadAsync(school.Director.Now(school), id))!;
        var history = await retention.Desk.History.OfAsync(school.Director.Now(school), id);
        Assert.Equal(["Соттун № 7 каты\nСот жүрүп жатат.", "Сот чечимин чыгарды."], history.OrderBy(line => line.Number)
            .Where(line => line.Verb is JournalVerb.LetterHeld or JournalVerb.HoldLifted).Select(line => letter.Reasons[line.Detail!]));
        await retention.PlanAsync();
    }

    [Fact]
    public async Task ApproveAsync_WrongPersonProofOrList_IsRefusedAndNothingGoes()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        var both = await school.AddAsync("Экөө Бирдей", Position.Deputy, Role.Responsible, Role.Chair);
        var (id, _) = await retention.ClosedAsync();
        retention.PassYears(6);
        var destroying = retention.Destroying();
        await Assert.ThrowsAsync<OnlyResponsiblePlansDestruction>(() => destroying.PlanAsync(school.Director.Now(school), retention.Proof(school.Director)));
        await Assert.ThrowsAsync<ProofWrong>(() => destroying.PlanAsync(both.Now(school), new Proof(both.Passphrase, "000000")));

        var plan = await destroying.PlanAsync(both.Now(school), retention.Proof(both));

        await Assert.ThrowsAsync<DestructionIsPlanned>(retention.PlanAsync);
        await Assert.ThrowsAsync<OnlyChairApprovesDestruction>(() => destroying.ApproveAsync(school.Responsible.Now(school), plan, retention.Proof(school.Responsible)));
        await Assert.ThrowsAsync<DestructionNeedsTwoPeople>(() => destroying.ApproveAsync(both.Now(school), plan, retention.Proof(both)));
        await Assert.ThrowsAsync<ProofWrong>(() => destroying.ApproveAsync(school.Chair.Now(school), plan, new Proof("башка", retention.Proof(school.Chair).Otp)));
        await destroying.CancelAsync(school.Director.Now(school), plan);
        await Assert.ThrowsAsync<DestructionNotPlanned>(() => retention.ApproveAsync(plan));
        Assert.NotNull(await retention.Desk.Reading.ReadAsync(school.Director.Now(school), id));
    }

    /// <summary>Killed, or the disk was broken, between the commit and the files: the next sweep ends it.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task SweepAsync_CutShortAfterTheCommit_DeletesTheFilesThen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        await retention.ClosedAsync();
        retention.PassYears(6);
        await retention.ApproveAsync(await retention.PlanAsync(), new BrokenStore(school.Files));
        Assert.Single(Directory.GetFiles(Path.Combine(database.Folder, "files"), "*", SearchOption.AllDirectories));
        Assert.NotNull((await retention.Shown.EndedAsync(school.Director.Now(school))).Single().FilesLeft);

        await new DestructionSweep(database.Gate, school.Files).SweepAsync(CancellationToken.None);

        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "files"), "*", SearchOption.AllDirectories));
        Assert.Null((await retention.Shown.EndedAsync(school.Director.Now(school))).Single().FilesLeft);
        Assert.Null(await retention.ContradictionAsync());
    }

    /// <summary>A letter about the director, which the chair closed: it joined the common register, and is destroyed like the others.</summary>
    [Fact]
    public async Task DueAsync_RestrictedLetter_IsListedOnlyOnceItIsClosed()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        await school.AcceptAsync(TestSchool.Letter("Ачык калган.", About.Director));
        var (closed, _) = await retention.ClosedAsync("Жабылган.", About.Director);
        retention.PassYears(6);

        Assert.Equal(closed, Assert.Single(await retention.Shown.DueAsync(school.Director.Now(school))).Id);
        var member = await school.AddAsync("Мүчө Бирөө", Position.Teacher, Role.Member);
        Assert.Empty(await retention.Shown.DueAsync(member.Now(school)));
        await retention.DestroyAsync();
        Assert.Null(await retention.Shown.DestroyedAsync(member.Now(school), closed));
        Assert.Null(await retention.ContradictionAsync());
    }

    [Fact]
    public async Task DueAsync_TermMadeLongerOrShorter_TheLongerOneHolds()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        await retention.ClosedAsync();
        school.Time.Pass(TimeSpan.FromDays(1));
        var keeping = new CalendarKeeping(database.Gate);
        await keeping.AddRuleAsync(school.Director.Now(school), Rule(new DateOnly(2026, 9, 16), 1));
        await retention.ClosedAsync("Экинчи");
        retention.PassYears(2);

        var due = Assert.Single(await retention.Shown.DueAsync(school.Director.Now(school)));
        Assert.Equal(("2026-2", 1, "Мыйзам № 9"), (due.Facts.Number, due.Years, due.Ground));
        await keeping.AddRuleAsync(school.Director.Now(school), Rule(new DateOnly(2028, 9, 1), 10));
        Assert.Empty(await retention.Shown.DueAsync(school.Director.Now(school)));
        retention.PassYears(7);
        Assert.Empty(await retention.Shown.DueAsync(school.Director.Now(school)));
        retention.PassYears(2);
        Assert.Equal(2, (await retention.Shown.DueAsync(school.Director.Now(school))).Count);
    }

    /// <summary>Whatever was done to letters before: only those that ended, are not held and are past their term go.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task DestroyAsync_AnyLetters_OpenHeldAndNotYetDueOnesStay(int seed)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var (school, dice) = (retention.School, new Dice(seed, 0));
        var kept = new Dictionary<AppealId, bool>();
        for (var i = 0; i < 12; i++)
        {
            var open = dice.OneIn(3);
            var id = open ? await retention.Desk.AcceptAsync(TestSchool.Letter($"Кат {i}")) : (await retention.ClosedAsync($"Кат {i}")).Id;
            var held = dice.OneIn(3);
            if (held)
                await retention.HoldAsync(id);
            // Four years, then another four: who ended in the second half is not due after the last pass.
            kept[id] = open || held || i >= 6;
            if (i == 5)
                retention.PassYears(4);
        }
        retention.PassYears(4);
        var last = kept.Count(one => !one.Value);

        if (last > 0)
            await retention.DestroyAsync();

        foreach (var (id, stays) in kept)
            Assert.Equal(stays, await retention.Desk.Reading.ReadAsync(school.Director.Now(school), id) is not null);
        Assert.Null(await retention.ContradictionAsync());
    }

    /// <summary>Tables that a later version adds are found by their reference to the letter.</summary>
    [Fact]
    public async Task Tables_All_HoldEveryReferenceToALetter()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        await using var db = database.Gate.OpenInstallation();

        var named = LetterRows.Tables(db).Select(one => one.Table).ToHashSet();

        Assert.Superset(new HashSet<string> { "Parts", "Grants", "Attachments", "ReadMarks", "BoardAnswers" }, named);
        var referring = db.Model.GetEntityTypes().Where(type => type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Appeal) && !key.IsOwnership)).Select(type => type.ClrType).ToList();
        Assert.All(referring.Where(type => type != typeof(WriterKey)), type => Assert.Contains(db.Model.FindEntityType(type)!.GetTableName()!, named));
    }

    private static DatedRule Rule(DateOnly from, int years) => new() { Kind = RuleKind.Retention, From = from, Value = years, Ground = "Мыйзам № 9" };
}
