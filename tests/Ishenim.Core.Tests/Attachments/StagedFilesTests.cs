using System.Text;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;

namespace Ishenim.Core.Tests.Attachments;

/// <summary>Files between the request and the letter they belong to.</summary>
public sealed class StagedFilesTests
{
    [Fact]
    public async Task FindAsync_SameDraft_IsFoundOtherDraftIsNot()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var draft = LetterDraft.New();
        var file = await StageAsync(school, draft, "мазмун");
        Assert.True(LetterDraft.TryParse(draft.ToToken(), out var carried));

        var found = await school.Staged.FindAsync(file.Id, carried!.FileSeal(school.Id), CancellationToken.None);

        Assert.Equal((file.Facts, file.StoredBytes), (found!.Facts, found.StoredBytes));
        Assert.Null(await school.Staged.FindAsync(file.Id, LetterDraft.New().FileSeal(school.Id), CancellationToken.None));
        Assert.Null(await school.Staged.FindAsync(Guid.NewGuid(), draft.FileSeal(school.Id), CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(300_001)]
    public async Task ResealAsync_AnyLength_MovesItUnderTheOtherKey(int bytes)
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var from = LetterDraft.New();
        using var to = LetterDraft.New();
        var file = await StageAsync(school, from, new string('x', bytes));

        var moved = Assert.Single(await school.Staged.ResealAsync([file], from.FileSeal(school.Id), to.FileSeal(school.Id), CancellationToken.None));

        Assert.Equal(file.Facts, moved.Facts);
        Assert.Null(await school.Staged.FindAsync(file.Id, from.FileSeal(school.Id), CancellationToken.None));
        Assert.NotNull(await school.Staged.FindAsync(moved.Id, to.FileSeal(school.Id), CancellationToken.None));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(database.Folder, "staging")).Length);
    }

    [Fact]
    public async Task ResealAsync_StoredFileChanged_ThrowsAndStagesNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var from = LetterDraft.New();
        var file = await StageAsync(school, from, new string('x', 300_000));
        var path = Path.Combine(database.Folder, "staging", file.Id.ToString("N"));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[200_000] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Assert.ThrowsAnyAsync<Exception>(() => school.Staged.ResealAsync([file], from.FileSeal(school.Id), LetterDraft.New().FileSeal(school.Id), CancellationToken.None));

        Assert.Equal(2, Directory.GetFiles(Path.Combine(database.Folder, "staging")).Length);
    }

    [Fact]
    public async Task StageAsync_SourceBreaks_LeavesNothing()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var draft = LetterDraft.New();

        await Assert.ThrowsAsync<IOException>(() => school.Staged.StageAsync(new BreakingStream(200_000), "а", draft.FileSeal(school.Id), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "staging")));
    }

    [Fact]
    public async Task SweepAsync_SeenTwice_Goes_SeenOnceStays()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var sweep = new StagedSweep(school.Files);
        using var draft = LetterDraft.New();
        var old = await StageAsync(school, draft, "эски");
        await sweep.SweepAsync();
        var fresh = await StageAsync(school, draft, "жаңы");

        await sweep.SweepAsync();

        Assert.Null(await school.Staged.FindAsync(old.Id, draft.FileSeal(school.Id), CancellationToken.None));
        Assert.NotNull(await school.Staged.FindAsync(fresh.Id, draft.FileSeal(school.Id), CancellationToken.None));
        await sweep.SweepAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(database.Folder, "staging")));
    }

    private static async Task<StagedFile> StageAsync(TestSchool school, LetterDraft draft, string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await school.Staged.StageAsync(bytes, "а.txt", draft.FileSeal(school.Id), CancellationToken.None);
    }

    /// <summary>Gives so many bytes, then breaks.</summary>
    private sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line broke.");
    }
}
