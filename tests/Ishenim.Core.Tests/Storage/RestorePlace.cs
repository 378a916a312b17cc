using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Storage;

/// <summary>An empty place into which a backup is restored.</summary>
internal sealed class RestorePlace : IAsyncDisposable
{
    private readonly StoppedClock _time = new() { Now = new DateTimeOffset(2026, 9, 20, 5, 0, 0, TimeSpan.Zero) };

    private RestorePlace(TestDatabase database)
    {
        Database = database;
        Files = new FolderStore(database.Folder, _time);
        Staged = new StagedFiles(Files);
    }

    public TestDatabase Database { get; }

    public FolderStore Files { get; }

    /// <summary>What lies beside the backup.</summary>
    public DestructionList Destroyed { get; set; } = DestructionList.Empty;

    public StagedFiles Staged { get; }

    public static async Task<RestorePlace> StartAsync(DatabaseKind kind) => new(await TestDatabase.StartAsync(kind));

    public IshenimDb Open(SchoolId school) => Database.Open(school);

    public async Task<RestoreReport> RestoreAsync(Stream backup, params LastNumber[] onPaper)
    {
        backup.Position = 0;
        using var reader = BackupReader.Open(backup);
        return await new Restorer(Database.Gate, Files, _time) { Destroyed = Destroyed }.RestoreAsync(
            reader, (_, _, _) => Task.FromResult<IReadOnlyList<LastNumber>>(onPaper), acceptContradictions: false, CancellationToken.None);
    }

    public async Task<VerifyReport> VerifyAsync(SchoolId school)
    {
        await using var db = Open(school);
        return await Verifier.VerifyAsync(db, Files, CancellationToken.None);
    }

    public async Task AssertEmptyAsync()
    {
        await using var db = Database.Gate.OpenInstallation();
        Assert.False(await db.Set<School>().AnyAsync());
        Assert.Empty(Directory.GetFiles(Database.Folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("ishenim.db", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}
