using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Testing.Fire;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Attachments;

/// <summary>Files of earlier days are written anew, so that the file system forgets when each came; nothing else of them changes.</summary>
public sealed class OrderSweepTests
{
    [Fact]
    public async Task SweepAsync_FileOfYesterday_IsAnotherFileWithTheSameBytesAndDay()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var sweep = new OrderSweep(database.Gate, school.Files, school.Time);
        var file = await KeepAsync(school);
        var before = await OnlyAsync(school);
        using var opened = await school.Files.ReadAsync(school.Id, file, CancellationToken.None);

        school.Time.Pass(TimeSpan.FromDays(1));
        await sweep.SweepAsync(CancellationToken.None);

        var after = await OnlyAsync(school);
        Assert.Equal((before.File, before.Day), (after.File, after.Day));
        Assert.NotEqual(before.Number, after.Number);
        using var anew = await school.Files.ReadAsync(school.Id, file, CancellationToken.None);
        Assert.Equal(Bytes(opened), Bytes(anew));
    }

    [Fact]
    public async Task SweepAsync_FileOfTodayOrSweptBefore_IsLeftAsItIs()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var sweep = new OrderSweep(database.Gate, school.Files, school.Time);
        await KeepAsync(school);
        var before = await OnlyAsync(school);

        await sweep.SweepAsync(CancellationToken.None);
        Assert.Equal(before, await OnlyAsync(school));

        // Twice: one that was staged before midnight may have been sent after the first.
        for (var day = 0; day < 2; day++)
        {
            school.Time.Pass(TimeSpan.FromDays(1));
            await sweep.SweepAsync(CancellationToken.None);
        }
        var swept = await OnlyAsync(school);
        school.Time.Pass(TimeSpan.FromDays(1));
        await sweep.SweepAsync(CancellationToken.None);
        Assert.Equal(swept, await OnlyAsync(school));
    }

    [Fact]
    public async Task SweepAsync_KilledBetweenCopyAndName_HalfACopyGoes()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var file = await KeepAsync(school);
        var kept = Directory.GetFiles(Path.Combine(database.Folder, "files"), file.ToString("N"), SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync($"{kept}.{Guid.NewGuid():N}.copy", "жарымы");

        await new OrderSweep(database.Gate, school.Files, school.Time).SweepAsync(CancellationToken.None);

        Assert.Equal(file, (await OnlyAsync(school)).File);
    }

    [Fact]
    public async Task SweepAsync_WhatIsNotOurs_IsNeitherFollowedNorTouched()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        using var elsewhere = new TemporaryFolder();
        var school = await TestSchool.OpenAsync(database);
        var kept = Path.Combine(database.Folder, "files", school.Id.ToString(), "ab");
        Directory.CreateDirectory(kept);
        Directory.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(kept)!, "cd"), elsewhere.Path);
        var foreign = new[] { Path.Combine(elsewhere.Path, Guid.NewGuid().ToString("N")), Path.Combine(kept, "дептер.copy"), Path.Combine(database.Folder, "files", "lost+found") };
        foreach (var file in foreign)
        {
            await File.WriteAllTextAsync(file, "бөтөн");
            File.SetLastWriteTimeUtc(file, school.Time.GetUtcNow().UtcDateTime.Date);
        }
        school.Time.Pass(TimeSpan.FromDays(1));

        await new OrderSweep(database.Gate, school.Files, school.Time).SweepAsync(CancellationToken.None);

        Assert.All(foreign, file => Assert.True(File.Exists(file)));
        Assert.Single(Directory.GetFiles(elsewhere.Path));
        Assert.Equal(school.Time.GetUtcNow().UtcDateTime.Date, Directory.GetLastWriteTimeUtc(Path.GetDirectoryName(kept)!));
    }

    /// <summary>A backup may read for minutes: letters wait for half a second, and it is tried again later.</summary>
    [Fact]
    public async Task ForgetOrderAsync_SomebodyReads_IsNotDoneAndHoldsNobodyForLong()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        await using (var reader = database.Open(school.Id))
        {
            await reader.Database.OpenConnectionAsync();
            await reader.Database.ExecuteSqlRawAsync("BEGIN");
            await reader.Set<Appeal>().CountAsync();
            await school.AcceptAsync(TestSchool.Letter("Кат"));

            Assert.False(await database.Gate.Upkeep.ForgetOrderAsync());
            await reader.Database.ExecuteSqlRawAsync("ROLLBACK");
        }

        Assert.True(await database.Gate.Upkeep.ForgetOrderAsync());
        await school.AcceptAsync(TestSchool.Letter("Кат"));
    }

    /// <summary>One made for the first file of it would tell by its own time when that came.</summary>
    [Fact]
    public async Task KeepAsync_FirstFile_MakesAllFoldersAtOnce()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);

        await KeepAsync(school);

        Assert.Equal(256, Directory.GetDirectories(Path.Combine(database.Folder, "files", school.Id.ToString())).Length);
    }

    private static async Task<Guid> KeepAsync(TestSchool school)
    {
        using var draft = LetterDraft.New();
        var file = await school.Staged.StageAsync(new MemoryStream(new Dice(1, 0).Bytes(100_000)), "сүрөт.bin", draft.FileSeal(school.Id), CancellationToken.None);
        await school.Files.KeepAsync(school.Id, file.Id, CancellationToken.None);
        await school.Staged.DropAsync(file.Id);
        return file.Id;
    }

    /// <summary>The only file there is.</summary>
    private static async Task<(Guid File, long Number, DateTime Day)> OnlyAsync(TestSchool school)
    {
        var folder = Path.Combine(school.Database.Folder, "files");
        var trace = Assert.Single(await FileTrace.AllAsync(folder));
        return (trace.File, trace.Number, File.GetLastWriteTimeUtc(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single()));
    }

    private static byte[] Bytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
