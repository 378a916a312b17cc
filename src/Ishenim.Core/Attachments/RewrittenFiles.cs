namespace Ishenim.Core.Attachments;

/// <summary>
/// Writes kept files anew, because a file's number (inode) and its times of birth and of change cannot be set. Many are copied in the
/// order of their random names before the first takes its place: a file system hands a number that is free to the next file.
/// </summary>
/// <param name="kept">The folder <c>files</c>: below it a folder for each school, and in that one for each first two digits of an id.</param>
internal sealed class RewrittenFiles(string kept)
{
    private const string Copy = ".copy";
    private const int IdLength = 32;
    private const int Together = 100;

    // What is none of ours, such as a link to somewhere else, is not followed.
    private static readonly EnumerationOptions OwnOnly = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Of the days from <paramref name="from"/> to before <paramref name="until"/>. Killed meanwhile, each is whole, and half copies go the next time.</summary>
    /// <returns>The folders in which it is done.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(DateTime from, DateTime until, CancellationToken cancellation)
    {
        var folders = Folders().ToList();
        foreach (var half in folders.SelectMany(Files).Where(file => file.Name.EndsWith(Copy, StringComparison.Ordinal)))
            half.Delete();
        var files = folders.SelectMany(Files).Where(file => file.Name.Length == IdLength && file.LastWriteTimeUtc >= from && file.LastWriteTimeUtc < until)
            .OrderBy(file => file.FullName, StringComparer.Ordinal).ToList();
        foreach (var some in files.Chunk(Together))
            // Letters need the room more.
            if (new DriveInfo(Path.GetFullPath(kept)).AvailableFreeSpace > 4 * some.Sum(file => file.Length))
                await WriteAsync(some, cancellation);
        return folders;
    }

    private static async Task WriteAsync(FileInfo[] files, CancellationToken cancellation)
    {
        var copies = new List<(FileInfo File, string Copy)>();
        try
        {
            foreach (var file in files)
                if (await CopyAsync(file, cancellation) is { } copy)
                    copies.Add((file, copy));
            foreach (var (file, copy) in copies)
                // One that was destroyed meanwhile stays away.
                if (File.Exists(file.FullName))
                    File.Move(copy, file.FullName, overwrite: true);
            foreach (var folder in copies.Select(one => one.File.DirectoryName!).Distinct())
                DurableFolder.Flush(folder);
        }
        finally
        {
            foreach (var (_, copy) in copies)
                File.Delete(copy);
        }
    }

    /// <returns>Null: it cannot be read, or its copy not be written; it stays as it is.</returns>
    private static async Task<string?> CopyAsync(FileInfo file, CancellationToken cancellation)
    {
        // A name of its own, whoever else does this over the same folder.
        var copy = $"{file.FullName}.{Guid.NewGuid():N}{Copy}";
        try
        {
            await using var from = File.OpenRead(file.FullName);
            await using var to = new DayStampedFile(copy, file.LastWriteTimeUtc);
            await from.CopyToAsync(to, cancellation);
            return copy;
        }
        catch (Exception fault)
        {
            File.Delete(copy);
            if (fault is IOException or UnauthorizedAccessException)
                return null;
            throw;
        }
    }

    private IEnumerable<string> Folders() => new DirectoryInfo(kept).EnumerateDirectories("*", OwnOnly).Where(school => Guid.TryParse(school.Name, out _))
        .SelectMany(school => school.EnumerateDirectories("*", OwnOnly)).Where(folder => folder.Name.Length == 2).Select(folder => folder.FullName);

    private static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", OwnOnly)
        .Where(file => file.Name.Length >= IdLength && Guid.TryParseExact(file.Name[..IdLength], "N", out _));
}
