using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Ishenim.Core.Storage;

/// <summary>Reads a backup. <see cref="CheckAsync"/> comes first: what the other methods read was held against the manifest there.</summary>
public sealed class BackupReader : IDisposable
{
    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupUnusableException">It is no backup, was cut, or is newer than this program.</exception>
    public static BackupReader Open(Stream file)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new BackupUnusableException("it holds no manifest");
            using var stream = entry.Open();
            var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, BackupJson.Readable) ?? throw new BackupUnusableException("its manifest is empty");
            return manifest.Format == BackupManifest.CurrentFormat
                ? new BackupReader(zip, manifest)
                : throw new BackupUnusableException($"its format is {manifest.Format}; this program reads {BackupManifest.CurrentFormat}");
        }
        catch (InvalidDataException)
        {
            throw new BackupUnusableException("it is not whole: it was cut, or is no backup at all");
        }
        catch (JsonException)
        {
            throw new BackupUnusableException("its manifest cannot be read");
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>Reads everything once and holds it against the manifest: lengths, hashes, numbers of rows and files.</summary>
    /// <exception cref="BackupUnusableException">At the first difference.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var table in Manifest.Tables)
                if (await CheckEntryAsync(table.Entry, cancellation) != table.Rows)
                    throw new BackupUnusableException($"{table.Entry.Name} has another number of rows than the manifest says");
            await CheckEntryAsync(Manifest.FileList, cancellation);
            var files = 0L;
            await foreach (var file in FilesAsync(cancellation))
            {
                await CheckEntryAsync(new BackupEntry(file.EntryName, file.Bytes, file.Sha256), cancellation);
                files++;
            }
            if (files != Manifest.Files || _zip.Entries.Count != Manifest.Tables.Count + files + 2)
                throw new BackupUnusableException("it holds other entries than the manifest says");
        }
        catch (InvalidDataException)
        {
            throw new BackupUnusableException("an entry cannot be unpacked: the file is damaged");
        }
        catch (JsonException)
        {
            throw new BackupUnusableException("its list of files cannot be read");
        }
    }

    /// <summary>The rows of a table, each an array in the order of its columns.</summary>
    public async IAsyncEnumerable<JsonElement> RowsAsync(BackupTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new StreamReader(Entry(table.Entry.Name).Open());
        while (await lines.ReadLineAsync(cancellation) is { } line)
            yield return JsonSerializer.Deserialize<JsonElement>(line);
    }

    public async IAsyncEnumerable<BackupFileLine> FilesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new StreamReader(Entry(Manifest.FileList.Name).Open());
        while (await lines.ReadLineAsync(cancellation) is { } line)
            yield return JsonSerializer.Deserialize<BackupFileLine>(line, BackupJson.Compact) ?? throw new JsonException();
    }

    public Stream OpenFile(BackupFileLine file) => Entry(file.EntryName).Open();

    private ZipArchiveEntry Entry(string name) => _zip.GetEntry(name) ?? throw new BackupUnusableException($"{name} is missing in it");

    /// <returns>How many lines the entry has.</returns>
    private async Task<long> CheckEntryAsync(BackupEntry expected, CancellationToken cancellation)
    {
        await using var stream = new HashingStream(Entry(expected.Name).Open());
        var buffer = new byte[64 * 1024];
        var lines = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return stream.Bytes == expected.Bytes && stream.Sha256 == expected.Sha256
            ? lines
            : throw new BackupUnusableException($"{expected.Name} is not what the manifest says");
    }
}
