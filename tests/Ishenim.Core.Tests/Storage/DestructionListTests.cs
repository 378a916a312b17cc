using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Journal;
using Ishenim.Core.Storage;
using Ishenim.Core.Tests.Appeals.Retention;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

/// <summary>An older backup brings back nothing that was destroyed since.</summary>
public sealed class DestructionListTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RestoreAsync_OlderBackup_IsDestroyedAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        using var retention = new RetentionOf(await TestSchool.OpenAsync(database));
        var school = retention.School;
        var (gone, stays) = (await retention.ClosedAsync("Кетет"), await retention.Desk.AcceptAsync(TestSchool.Letter("Калат")));
        var reopened = (await retention.Desk.Reading.ReadAsync(school.Director.Now(school), gone.Id))!;
        await retention.Desk.Reopening.ReopenAsync(school.Director.Now(school), gone.Id, "Кайра каралат экен.", reopened.Version);
        using var backup = new MemoryStream();
        await BackupWriter.WriteAsync(database.Gate, school.Files, backup, school.Time, CancellationToken.None);
        await retention.CloseAsync(gone.Id);
        retention.PassYears(6);
        var plan = await retention.DestroyAsync();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, DestructionList.FileName);
        await using (var installation = database.Gate.OpenInstallation())
            await (await DestructionList.OfAsync(installation, CancellationToken.None)).WriteAsync(path, CancellationToken.None);
        await using var place = await RestorePlace.StartAsync(kind);
        place.Destroyed = await DestructionList.ReadAsync(path, CancellationToken.None);

        var report = await place.RestoreAsync(backup);

        Assert.Equal(1, report.DestroyedAgain);
        Assert.Null((await place.VerifyAsync(school.Id)).Contradiction);
        await using var db = place.Open(school.Id);
        Assert.Equal([stays], await db.Set<Part>().Select(part => part.Appeal).Distinct().ToListAsync());
        Assert.Equal([stays], await db.Set<Grant>().Select(grant => grant.Appeal).Distinct().ToListAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(place.Database.Folder, "files"), "*", SearchOption.AllDirectories));
        var (row, again) = (await db.Set<Appeal>().SingleAsync(appeal => appeal.Id == gone.Id), await db.Set<Destruction>().SingleAsync());
        Assert.Equal((0, AppealState.Closed, plan, DestructionState.Done, 1), (row.Epoch, row.Facts!.State, again.Id, again.State, again.Number));
        Assert.Equal("act:1 again", (await db.Set<JournalLine>().SingleAsync(line => line.Verb == JournalVerb.LetterDestroyed)).Detail);
        Assert.Equal(1, (await db.Set<Counter>().SingleAsync(counter => counter.Series.StartsWith("destructions:"))).Last);
    }

    [Fact]
    public async Task With_AListThatIsThere_ForgetsNothing()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, DestructionList.FileName);
        var (one, other) = (Entry(1), Entry(2));
        Assert.Empty((await DestructionList.ReadAsync(path, CancellationToken.None)).Destructions);
        await (DestructionList.Empty with { Destructions = [one] }).WriteAsync(path, CancellationToken.None);

        await (await DestructionList.ReadAsync(path, CancellationToken.None)).With(DestructionList.Empty with { Destructions = [other] }).WriteAsync(path, CancellationToken.None);

        Assert.Equal([one.Id, other.Id], (await DestructionList.ReadAsync(path, CancellationToken.None)).Destructions.Select(entry => entry.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"format\":2,\"destructions\":[]}")]
    [InlineData("{\"format\":1}")]
    public async Task ReadAsync_Unreadable_IsRefused(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, DestructionList.FileName);
        await File.WriteAllTextAsync(path, text);

        await Assert.ThrowsAsync<BackupUnusableException>(() => DestructionList.ReadAsync(path, CancellationToken.None));
    }

    private static DestructionEntry Entry(int number) =>
        new(Guid.NewGuid(), Guid.NewGuid(), new DateOnly(2032, 1, 1), new DateOnly(2032, 1, 2), number, null, [new DestroyedLine(Guid.NewGuid(), AppealState.Closed, null, new DateOnly(2026, 1, 1), null)]);
}
