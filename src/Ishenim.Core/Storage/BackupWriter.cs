using System.IO.Compression;
using System.Text.Json;
using Ishenim.Core.Attachments;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ishenim.Core.Storage;

/// <summary>
/// Writes one consistent backup while the program serves: the same file from SQLite and from PostgreSQL, so that either
/// can be restored from it. All that is secret in it is sealed already. It streams: memory grows only with the number of files, by a line each.
/// </summary>
public sealed class BackupWriter : IAsyncDisposable
{
    private readonly Snapshot _snapshot;
    private readonly IAttachmentStore _store;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _midnight;

    private BackupWriter(Snapshot snapshot, IAttachmentStore store, Stream file, DateTimeOffset midnight)
    {
        (_snapshot, _store, _midnight) = (snapshot, store, midnight);
        _zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Writes the backup to a stream that can seek.</summary>
    public static async Task<BackupManifest> WriteAsync(
        DatabaseGate database, IAttachmentStore store, Stream file, TimeProvider time, CancellationToken cancellation)
    {
        var midnight = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await using var snapshot = await Snapshot.BeginAsync(database.OpenInstallation(), cancellation);
        await using var writer = new BackupWriter(snapshot, store, file, midnight);
        return await writer.WriteAsync(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _zip.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<BackupManifest> WriteAsync(CancellationToken cancellation)
    {
        var tables = new List<BackupTable>();
        foreach (var table in BackupTables.InOrder(_snapshot.Db))
            tables.Add(await WriteTableAsync(table, cancellation));
        var (list, files) = await WriteFilesAsync(cancellation);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat, Schema = (await _snapshot.Db.Database.GetAppliedMigrationsAsync(cancellation)).Last(),
            MadeOn = DateOnly.FromDateTime(_midnight.Date), Tables = tables, FileList = list, Files = files, Heads = await HeadsAsync(cancellation),
        };
        await using var stream = Begin(BackupManifest.EntryName, CompressionLevel.Fastest);
        await JsonSerializer.SerializeAsync(stream, manifest, BackupJson.Readable, cancellation);
        return manifest;
    }

    private async Task<BackupTable> WriteTableAsync(ITable table, CancellationToken cancellation)
    {
        var columns = BackupTables.ColumnsOf(table);
        var name = $"tables/{table.Name}.jsonl";
        await using var stream = Begin(name, CompressionLevel.Fastest);
        await using var command = _snapshot.Connection.CreateCommand();
        command.Transaction = _snapshot.Transaction;
        command.CommandText = BackupTables.SelectFrom(table, columns);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var count = 0L;
        await using var json = new Utf8JsonWriter(stream);
        for (; await rows.ReadAsync(cancellation); count++)
        {
            json.Reset();
            json.WriteStartArray();
            for (var i = 0; i < columns.Count; i++)
                json.Write(rows, i, columns[i].Kind);
            json.WriteEndArray();
            await json.FlushAsync(cancellation);
            stream.WriteByte((byte)'\n');
        }
        return new BackupTable(table.Name, columns, count, new BackupEntry(name, stream.Bytes, stream.Sha256));
    }

    private async Task<(BackupEntry List, long Files)> WriteFilesAsync(CancellationToken cancellation)
    {
        const string Name = "files.jsonl";
        var spool = new MemoryStream();
        var files = 0L;
        foreach (var school in await SchoolsAsync(cancellation))
            foreach (var id in await FilesOfAsync(school, cancellation))
            {
                JsonSerializer.Serialize(spool, await WriteFileAsync(school, id, cancellation), BackupJson.Compact);
                spool.WriteByte((byte)'\n');
                files++;
            }
        spool.Position = 0;
        await using var stream = Begin(Name, CompressionLevel.Fastest);
        await spool.CopyToAsync(stream, cancellation);
        return (new BackupEntry(Name, stream.Bytes, stream.Sha256), files);
    }

    private async Task<BackupFileLine> WriteFileAsync(SchoolId school, Guid id, CancellationToken cancellation)
    {
        await using var source = await _store.ReadAsync(school, id, cancellation);
        await using var target = Begin(BackupFileLine.NameOf(school.Value, id), CompressionLevel.NoCompression);
        await source.CopyToAsync(target, cancellation);
        return new BackupFileLine(school.Value, id, target.Bytes, target.Sha256);
    }

    private Task<List<SchoolId>> SchoolsAsync(CancellationToken cancellation) =>
        _snapshot.Db.Set<School>().AsNoTracking().OrderBy(school => school.Place).Select(school => school.Id).ToListAsync(cancellation);

    private Task<List<Guid>> FilesOfAsync(SchoolId school, CancellationToken cancellation) =>
        _snapshot.Db.Set<Appeals.Attachment>().IgnoreQueryFilters().AsNoTracking().Where(file => file.School == school)
            .OrderBy(file => file.Id).Select(file => file.Id).ToListAsync(cancellation);

    private async Task<List<BackupHead>> HeadsAsync(CancellationToken cancellation)
    {
        var heads = await _snapshot.Db.Set<JournalHead>().IgnoreQueryFilters().AsNoTracking()
            .OrderBy(head => head.School).ThenBy(head => head.Book).ToListAsync(cancellation);
        return heads.ConvertAll(head => new BackupHead(head.School.Value, (int)head.Book, head.Lines, Convert.ToHexStringLower(head.Hash)));
    }

    private HashingStream Begin(string name, CompressionLevel level)
    {
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = _midnight;
        return new HashingStream(entry.Open());
    }
}
