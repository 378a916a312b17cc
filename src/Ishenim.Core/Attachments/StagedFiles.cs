using System.IO.Pipelines;
using System.Text.Json;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Core.Attachments;

/// <summary>The key and letter that files are sealed for, before the letter is accepted.</summary>
public sealed record FileSeal(SchoolId School, Guid Appeal, KeyClass Class, int Epoch, AuthorSide Side, SecretKey Key)
{
    internal PartLabel NameLabel(Guid file) => new(School.Value, Appeal, file, Class, Epoch, PartKind.FileName, Side, 0);

    internal PartLabel FileLabel(Guid file) => NameLabel(file) with { Kind = PartKind.File };
}

/// <summary>A file that came, cleaned and sealed, and waits for its letter to be accepted.</summary>
public sealed record StagedFile(Guid Id, AttachmentFacts Facts, byte[] SealedName, long StoredBytes);

/// <summary>Takes uploaded files straight from the request into sealing; nothing of them is ever on the disk in the clear.</summary>
public sealed class StagedFiles(IAttachmentStore store)
{
    /// <summary>Cleans a photo of its metadata, seals the file and stages it.</summary>
    /// <param name="content">The file's bytes; reading may throw, then nothing stays staged.</param>
    /// <param name="name">The name the writer's device gave it; sealed.</param>
    /// <param name="seal">For which letter and with which key.</param>
    /// <param name="cancellation">The request's own end.</param>
    public Task<StagedFile> StageAsync(Stream content, string name, FileSeal seal, CancellationToken cancellation) =>
        StageAsync(content, name, seal, known: null, cancellation);

    private async Task<StagedFile> StageAsync(
        Stream content, string name, FileSeal seal, CleaningResult? known, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        try
        {
            var cleaning = new CleaningStream(content);
            var bytes = await WriteAsync(id, stream => FileEnvelope.SealAsync(cleaning, stream, seal.Key, seal.FileLabel(id), cancellation), cancellation);
            var facts = new AttachmentFacts { Name = name, Bytes = bytes, Cleaning = known ?? cleaning.Result };
            var sealedName = TextEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(facts, StoredJson.Default.AttachmentFacts), seal.Key, seal.NameLabel(id));
            await WriteAsync(NameOf(id), async stream =>
            {
                await stream.WriteAsync(sealedName, cancellation);
                return sealedName.Length;
            }, cancellation);
            return new StagedFile(id, facts, sealedName, await LengthAsync(id, cancellation));
        }
        catch
        {
            await DropAsync(id);
            throw;
        }
    }

    /// <summary>A file staged by an earlier post of the same letter; null when it is gone or sealed for another.</summary>
    public async Task<StagedFile?> FindAsync(Guid id, FileSeal seal, CancellationToken cancellation)
    {
        await using var stream = await store.ReadStagedAsync(NameOf(id), cancellation);
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        try
        {
            var facts = JsonSerializer.Deserialize(TextEnvelope.Open(bytes.ToArray(), seal.Key, seal.NameLabel(id)), StoredJson.Default.AttachmentFacts)!;
            return new StagedFile(id, facts, bytes.ToArray(), await LengthAsync(id, cancellation));
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }

    /// <summary>
    /// Seals staged files for another letter or key: a writer's later message is sealed with a key that is only known
    /// once the whole form is read. The old ones are dropped; nothing is on the disk in the clear in between.
    /// </summary>
    public async Task<IReadOnlyList<StagedFile>> ResealAsync(
        IReadOnlyList<StagedFile> files, FileSeal from, FileSeal to, CancellationToken cancellation)
    {
        var resealed = await CopyAsync(files, from, to, cancellation);
        foreach (var file in files)
            await DropAsync(file.Id);
        return resealed;
    }

    /// <summary>The same, but the old ones stay: the commit that needs the new ones may still fail.</summary>
    internal async Task<IReadOnlyList<StagedFile>> CopyAsync(
        IReadOnlyList<StagedFile> files, FileSeal from, FileSeal to, CancellationToken cancellation)
    {
        var copies = new List<StagedFile>();
        foreach (var file in files)
            copies.Add(await CopyAsync(file, from, to, cancellation));
        return copies;
    }

    private async Task<StagedFile> CopyAsync(StagedFile file, FileSeal from, FileSeal to, CancellationToken cancellation)
    {
        await using var source = await store.ReadStagedAsync(file.Id, cancellation)
            ?? throw new FileNotFoundException("A staged file is gone.");
        var pipe = new Pipe();
        var opening = OpenIntoAsync(source, pipe.Writer, from.Key, from.FileLabel(file.Id), cancellation);
        var resealed = await StageAsync(pipe.Reader.AsStream(), file.Facts.Name, to, file.Facts.Cleaning, cancellation);
        await opening;
        return resealed;
    }

    private static async Task OpenIntoAsync(Stream source, PipeWriter into, SecretKey key, PartLabel label, CancellationToken cancellation)
    {
        Exception? fault = null;
        try
        {
            await FileEnvelope.OpenAsync(source, into.AsStream(leaveOpen: true), key, label, cancellation);
        }
        catch (Exception thrown) when (thrown is SealBrokenException or IOException or OperationCanceledException)
        {
            // Given on to the reading end, which then stages nothing.
            fault = thrown;
        }
        await into.CompleteAsync(fault);
    }

    public async Task DropAsync(Guid id)
    {
        await store.DropStagedAsync(id);
        await store.DropStagedAsync(NameOf(id));
    }

    /// <summary>
    /// Makes the files the school's own, durably; call it before the commit that names them, and <see cref="ForgetAsync"/>
    /// after it: until then they stay staged too, so that the page can be sent again where the commit fails.
    /// </summary>
    internal async Task KeepAsync(SchoolId school, IEnumerable<StagedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
            await store.KeepAsync(school, file.Id, cancellation);
    }

    /// <summary>The commit is done: what is still staged of the files is no longer needed.</summary>
    internal async Task ForgetAsync(IEnumerable<StagedFile> files)
    {
        try
        {
            foreach (var file in files)
                await DropAsync(file.Id);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The letter is there, and its writer has to be told so; the next sweep takes what is left.
        }
    }

    private async Task<long> WriteAsync(Guid id, Func<Stream, Task<long>> write, CancellationToken cancellation)
    {
        await using var stream = await store.StageAsync(id, cancellation);
        return await write(stream);
    }

    private async Task<long> LengthAsync(Guid id, CancellationToken cancellation)
    {
        await using var stream = await store.ReadStagedAsync(id, cancellation);
        return stream?.Length ?? 0;
    }

    /// <summary>The sealed name is staged beside the file, under an id of its own made from the file's.</summary>
    private static Guid NameOf(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[0] ^= 1;
        return new Guid(bytes);
    }
}
