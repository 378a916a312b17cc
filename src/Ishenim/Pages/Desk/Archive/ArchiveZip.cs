using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Pages.Desk.Archive;

/// <summary>
/// A folder that is sent as it is made, with a list of checksums as <c>sha256sum -c</c> reads it. Its files bear the day
/// alone.
/// </summary>
public sealed class ArchiveZip(ZipArchive zip, DateOnly day)
{
    private readonly StringBuilder _sums = new();

    public static async Task<ZipArchive> OpenAsync(Stream output, CancellationToken ending) =>
        await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ending);

    public Task AddAsync(string path, string text, CancellationToken ending) => AddAsync(path, Encoding.UTF8.GetBytes(text), ending);

    public Task AddAsync(string path, byte[] bytes, CancellationToken ending) => AddAsync(path, stream => stream.WriteAsync(bytes, ending).AsTask(), ending);

    public async Task AddAsync(string path, Func<Stream, Task> writeAsync, CancellationToken ending)
    {
        using var hash = SHA256.Create();
        await using (var entry = await Entry(path).OpenAsync(ending))
        await using (var hashing = new CryptoStream(entry, hash, CryptoStreamMode.Write))
            await writeAsync(hashing);
        _sums.Append($"{Convert.ToHexStringLower(hash.Hash!)}  {path}\n");
    }

    /// <summary>Adds the list of checksums, which must be the last.</summary>
    public async Task EndAsync(CancellationToken ending)
    {
        await using var entry = await Entry("SHA256SUMS").OpenAsync(ending);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(_sums.ToString()), ending);
    }

    private ZipArchiveEntry Entry(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return entry;
    }
}
