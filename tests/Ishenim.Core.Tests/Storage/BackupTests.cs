using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Core.Tests.Journal;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

public sealed class BackupTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    public async Task RestoreAsync_OriginalDestroyed_LettersOpenAgain(DatabaseKind from, DatabaseKind to)
    {
        var (kept, backup) = await DestroyedAfterBackupAsync(from);
        await using var place = await RestorePlace.StartAsync(to);

        var report = await place.RestoreAsync(backup);

        Assert.Equal((1, 7, 1, 17), (report.Schools, report.Letters, report.Files, report.Lines));
        Assert.Null((await place.VerifyAsync(kept.School.Id)).Contradiction);
        await using var db = place.Open(kept.School.Id);
        foreach (var (code, text) in kept.Letters)
            Assert.Equal(text, await OpenByCodeAsync(db, kept.School.School, code));
        // Four about nobody, three about the director, which only the chair reads.
        Assert.Equal((4, 4, 3), (
            await OpenAllAsync(db, kept.School.Responsible), await OpenAllAsync(db, kept.School.Director), await OpenAllAsync(db, kept.School.Chair)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_WhileLettersCome_IsConsistent(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        using var enough = new CancellationTokenSource();
        using var arrived = new SemaphoreSlim(0);
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await filled.School.AcceptAsync(TestSchool.Letter("Агымда"));
                arrived.Release();
            }
        })).ToList();
        var backups = new List<MemoryStream>();
        for (var i = 0; i < 5; i++)
        {
            backups.Add(await BackupAsync(filled));
            // However slow the machine is, letters come between two backups: these may have come during the one before.
            while (arrived.Wait(0))
            {
            }
            await arrived.WaitAsync(CancellationToken.None);
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        var letters = new List<long>();
        foreach (var backup in backups)
        {
            await using var place = await RestorePlace.StartAsync(kind);
            letters.Add((await place.RestoreAsync(backup)).Letters);
        }
        Assert.True(letters[^1] > letters[0], $"no letter came between the backups: {string.Join(' ', letters)}");
        Assert.Equal(letters.Order(), letters);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RestoreAsync_NumbersOnPaper_GoOnAfterThem(DatabaseKind kind)
    {
        var (kept, backup) = await DestroyedAfterBackupAsync(kind);
        await using var place = await RestorePlace.StartAsync(kind);

        await place.RestoreAsync(backup, new LastNumber("appeals:2026", 9), new LastNumber("acts:2026", 3));

        var receipts = new LetterBox(place.Database.Gate, new ReceiptPool(0), place.Staged, kept.School.Time);
        await receipts.AcceptAsync(kept.School.School, TestSchool.Letter("Калыбына келгенден кийин"), CancellationToken.None);
        await using var db = place.Open(kept.School.Id);
        Assert.True(await db.Set<Appeal>().AnyAsync(appeal => appeal.Facts!.Number == "2026-10"));
        Assert.Null((await place.VerifyAsync(kept.School.Id)).Contradiction);
        var said = await db.Set<JournalLine>().Where(line => line.Verb == JournalVerb.Restored).OrderBy(line => line.Number).Select(line => line.Detail).ToListAsync();
        Assert.Equal(["backup of 2026-09-18", "appeals:2026=5-9", "acts:2026=1-3"], said);
    }

    [Fact]
    public async Task RestoreAsync_NumberOnPaperTooLow_IsRefusedAndLeavesNothing()
    {
        var (_, backup) = await DestroyedAfterBackupAsync(DatabaseKind.Sqlite);
        await using var place = await RestorePlace.StartAsync(DatabaseKind.Sqlite);

        await Assert.ThrowsAsync<LastNumberTooLowException>(() => place.RestoreAsync(backup, new LastNumber("appeals:2026", 3)));

        await place.AssertEmptyAsync();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task RestoreAsync_SchoolsThere_IsRefused(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        using var backup = await BackupAsync(filled);
        await using var place = await RestorePlace.StartAsync(kind);
        await TestSchool.OpenAsync(place.Database, "other");

        await Assert.ThrowsAsync<PlaceNotEmptyException>(() => place.RestoreAsync(backup));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task WriteAsync_SessionsAndLinks_AreLeftOut(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        var at = filled.School.Clock.UtcNow;
        await using (var db = filled.Database.Open(filled.School.Id))
        {
            db.Add(new StaffSession { School = db.School, Id = Guid.NewGuid(), Person = filled.School.Director.Id, WrappedKey = [1], Device = "d", StartedAt = at, SeenAt = at });
            db.Add(new KnownDevice { School = db.School, Person = filled.School.Director.Id, TokenHash = [1], SeenOn = filled.School.Clock.Today });
            db.Add(new Invitation { School = db.School, TokenHash = [1], ExpiresAt = at });
            db.Add(new ProtectionKey { Name = "key", Xml = "<key/>" });
            await db.SaveChangesAsync();
        }
        using var backup = await BackupAsync(filled);
        await using var place = await RestorePlace.StartAsync(kind);

        await place.RestoreAsync(backup);

        await using var restored = place.Open(filled.School.Id);
        Assert.Equal((0, 0, 0, 0), (
            await restored.Set<StaffSession>().CountAsync(), await restored.Set<KnownDevice>().CountAsync(),
            await restored.Set<Invitation>().CountAsync(), await restored.Set<ProtectionKey>().CountAsync()));
        Assert.Equal(3, await restored.Set<Person>().CountAsync());
    }

    internal static async Task<MemoryStream> BackupAsync(FilledSchool filled)
    {
        var backup = new MemoryStream();
        await BackupWriter.WriteAsync(filled.Database.Gate, filled.School.Files, backup, filled.School.Time, CancellationToken.None);
        return backup;
    }

    internal static async Task<(FilledSchool Kept, MemoryStream Backup)> DestroyedAfterBackupAsync(DatabaseKind kind)
    {
        await using var filled = await FilledSchool.StartAsync(kind);
        return (filled, await BackupAsync(filled));
    }

    private static async Task<string> OpenByCodeAsync(IshenimDb db, School school, ReceiptCode code)
    {
        using var keys = CodeKeys.Derive(code, school.CodeSalt, school.CodeArgon);
        var found = await db.Set<WriterKey>().SingleAsync(key => key.Lookup == keys.Lookup);
        return await OpenAsync(db, found.Appeal, found.Appeal.Value, keys.Keys);
    }

    /// <summary>How many letters that person's keys open.</summary>
    private static async Task<int> OpenAllAsync(IshenimDb db, TestPerson person)
    {
        var letters = await db.Set<Grant>().Where(grant => grant.Recipient == person.Id.Value && grant.Class == KeyClass.Letter).Select(grant => grant.Appeal).ToListAsync();
        foreach (var appeal in letters)
            Assert.NotEmpty(await OpenAsync(db, appeal, person.Id.Value, person.Keys));
        return letters.Count;
    }

    private static async Task<string> OpenAsync(IshenimDb db, AppealId appeal, Guid recipient, KeyPair pair)
    {
        using var keys = await AppealKeys.OpenAsync(db, appeal, recipient, pair);
        var part = await db.Set<Part>().SingleAsync(one => one.Appeal == appeal && one.Sequence == 1);
        return Encoding.UTF8.GetString(TextEnvelope.Open(part.Sealed, keys[part.Class, part.Epoch], part.Label));
    }
}
