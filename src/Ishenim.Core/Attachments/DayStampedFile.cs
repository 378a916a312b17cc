namespace Ishenim.Core.Attachments;

/// <summary>A new file that is on the disk, whole and with the day as its and its folder's only time, once it is disposed.</summary>
internal sealed class DayStampedFile(string path, DateTime midnight) : FileStream(path, new FileStreamOptions
{
    Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous,
})
{
    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing && CanWrite)
                Flush(flushToDisk: true);
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
