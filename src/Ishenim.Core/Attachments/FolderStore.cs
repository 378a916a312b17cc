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
        if (File.Exists(StagedPath(id)))
            File.Move(StagedPath(id), path);
        else if (!File.Exists(path))
            throw new FileNotFoundException("A staged file is gone.");
        DurableFolder.Flush(folder);
        Directory.SetLastWriteTimeUtc(folder, Midnight);
        return Task.CompletedTask;
    }

    public Task PutBackAsync(SchoolId school, Guid id)
    {
        if (File.Exists(KeptPath(school, id)))
            File.Move(KeptPath(school, id), StagedPath(id));
        return Task.CompletedTask;
    }

    public Task DropStagedAsync(Guid id)
    {
        File.Delete(StagedPath(id));
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

    private DateTime Midnight => _time.GetUtcNow().UtcDateTime.Date;

    private string StagedPath(Guid id) => Path.Combine(_staging, id.ToString("N"));

    private string KeptPath(SchoolId school, Guid id) =>
        Path.Combine(_kept, school.ToString(), id.ToString("N")[..2], id.ToString("N"));

    /// <summary>A folder's own name, too, has to be on the disk before a letter counts on it.</summary>
    private static void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        DurableFolder.Flush(Path.GetDirectoryName(folder)!);
        DurableFolder.Flush(Path.GetDirectoryName(Path.GetDirectoryName(folder))!);
    }

    private static FileStream OpenRead(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous });
}
