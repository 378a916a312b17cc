using System.Globalization;
using System.Runtime.CompilerServices;
using Ishenim.Core.Schools;

namespace Ishenim.Core.Attachments;

/// <summary>
/// Sealed files on the disk: <c>files/SCHOOL/ab/ID</c> and <c>staging/ID</c>. Their times are set to midnight of the
/// day, so that they tell no more than the database does.
/// </summary>
public sealed class FolderStore : IAttachmentStore
{
    private readonly string _kept;
    private readonly string _staging;
    private readonly TimeProvider _time;

    public FolderStore(string dataFolder, TimeProvider time)
    {
        _kept = Path.Combine(dataFolder, "files");
        _staging = Path.Combine(dataFolder, "staging");
        _time = time;
        Directory.CreateDirectory(_kept);
        Directory.CreateDirectory(_staging);
    }

    public Task<Stream> StageAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new DayStampedFile(StagedPath(id), Midnight));

    public Task<Stream?> ReadStagedAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(StagedPath(id)) ? OpenRead(StagedPath(id)) : null);

    public Task KeepAsync(SchoolId school, Guid id, CancellationToken cancellation)
    {
        var path = KeptPath(school, id);
        var folder = Path.GetDirectoryName(path)!;
        Create(folder);
        if (!File.Exists(path))
            DurableFolder.Link(StagedPath(id), path);
        DurableFolder.Flush(folder);
        Stamp(folder, Path.GetDirectoryName(folder)!, _kept, _staging);
        return Task.CompletedTask;
    }

    public Task DropStagedAsync(Guid id)
    {
        File.Delete(StagedPath(id));
        Stamp(_staging);
        return Task.CompletedTask;
    }

    public IEnumerable<Guid> Staged() => new DirectoryInfo(_staging).EnumerateFiles()
        .Where(file => Guid.TryParseExact(file.Name, "N", out _)).Select(file => Guid.ParseExact(file.Name, "N"));

    public Task<Stream> ReadAsync(SchoolId school, Guid id, CancellationToken cancellation) =>
        Task.FromResult<Stream>(OpenRead(KeptPath(school, id)));

    public Task DeleteAsync(SchoolId school, Guid id)
    {
        File.Delete(KeptPath(school, id));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<(Guid Id, long Bytes)> ListAsync(
        SchoolId school, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var folder = Path.Combine(_kept, school.ToString());
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            if (Guid.TryParseExact(file.Name, "N", out var id))
                yield return (id, file.Length);
    }

    public async Task ForgetOrderAsync(DateOnly since, CancellationToken cancellation)
    {
        var folders = await new RewrittenFiles(_kept).WriteAsync(since.ToDateTime(TimeOnly.MinValue), Midnight, cancellation);
        // What a folder's own time of change says is now the time of this, not of the last file's coming.
        Stamp([.. folders, .. folders.Select(folder => Path.GetDirectoryName(folder)!).Distinct(), _kept, _staging]);
    }

    /// <summary>A folder's own time would tell when the last file came into it.</summary>
    private void Stamp(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
            Directory.SetLastWriteTimeUtc(folder, Midnight);
    }

    private DateTime Midnight => _time.GetUtcNow().UtcDateTime.Date;

    private string StagedPath(Guid id) => Path.Combine(_staging, id.ToString("N"));

    private string KeptPath(SchoolId school, Guid id) =>
        Path.Combine(_kept, school.ToString(), id.ToString("N")[..2], id.ToString("N"));

    /// <summary>
    /// A folder's own name, too, has to be on the disk before a letter counts on it. All of a school's are made at once: one made
    /// for a file would tell when that came.
    /// </summary>
    private void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var school = Path.GetDirectoryName(folder)!;
        for (var first = 0; first <= byte.MaxValue; first++)
            Stamp(Directory.CreateDirectory(Path.Combine(school, first.ToString("x2", CultureInfo.InvariantCulture))).FullName);
        DurableFolder.Flush(school);
        DurableFolder.Flush(_kept);
    }

    private static FileStream OpenRead(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous });
}
