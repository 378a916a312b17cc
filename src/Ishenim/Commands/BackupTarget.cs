using Ishenim.Core.Storage;

namespace Ishenim.Commands;

/// <summary>
/// The file that a backup is written to: readable by its owner only, under another name until it is on the disk and was
/// read again; gone when anything fails.
/// </summary>
internal sealed class BackupTarget : IDisposable
{
    private readonly string _path;
    private readonly string _part;

    public BackupTarget(string path)
    {
        (_path, _part) = (path, path + ".part");
        File.Delete(_part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Stream = new FileStream(_part, options);
    }

    public FileStream Stream { get; }

    public long Bytes { get; private set; }

    /// <summary>Reads the file again, holds it against its manifest, and gives it its name.</summary>
    public async Task<BackupManifest> FinishAsync(CancellationToken cancellation)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Position = 0;
        Bytes = Stream.Length;
        using var reader = BackupReader.Open(Stream);
        await reader.CheckAsync(cancellation);
        File.Move(_part, _path);
        return reader.Manifest;
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_part);
    }
}
