namespace Ishenim.Core.Attachments;

/// <summary>A new file that is on the disk, whole and with the day as its and its folder's only time, once it is disposed.</summary>
internal sealed class DayStampedFile(string path, DateTime midnight) : FileStream(path, new FileStreamOptions
{
    Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous,
})
{
    /// <summary>The disk begins to write while more comes, and the end need not wait for it all.</summary>
    private const long FlushedAtOnce = 4 * 1024 * 1024;

    private Task _flushing = Task.CompletedTask;
    private long _flushedAt;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        if (Position - _flushedAt < FlushedAtOnce || !_flushing.IsCompletedSuccessfully)
            return;
        var handle = SafeFileHandle;
        _flushedAt = Position;
        _flushing = Task.Factory.StartNew(() => RandomAccess.FlushToDisk(handle), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing && CanWrite)
            {
                _flushing.GetAwaiter().GetResult();
                Flush(flushToDisk: true);
            }
        }
        finally
        {
            base.Dispose(disposing);
        }
        if (disposing)
            Stamp();
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            // The disk tells of a fault only once.
            await _flushing;
            if (CanWrite)
                Flush(flushToDisk: true);
        }
        finally
        {
            await base.DisposeAsync();
        }
        Stamp();
    }

    private void Stamp()
    {
        if (!File.Exists(Name))
            return;
        File.SetLastWriteTimeUtc(Name, midnight);
        File.SetLastAccessTimeUtc(Name, midnight);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(Name)!, midnight);
    }
}
