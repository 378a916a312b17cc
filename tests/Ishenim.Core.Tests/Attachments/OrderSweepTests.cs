using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Testing.Fire;

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

        school.Time.Pass(TimeSpan.FromDays(1));
        await sweep.SweepAsync(CancellationToken.None);
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
