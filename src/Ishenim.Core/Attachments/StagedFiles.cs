using System.Text.Json;
using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Schools;
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
    public async Task<StagedFile> StageAsync(Stream content, string name, FileSeal seal, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        try
        {
            var cleaning = new CleaningStream(content);
            var bytes = await WriteAsync(id, stream => FileEnvelope.SealAsync(cleaning, stream, seal.Key, seal.FileLabel(id), cancellation), cancellation);
            var facts = new AttachmentFacts { Name = name, Bytes = bytes, Cleaning = cleaning.Result };
            var sealedName = TextEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(facts), seal.Key, seal.NameLabel(id));
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
            var facts = JsonSerializer.Deserialize<AttachmentFacts>(TextEnvelope.Open(bytes.ToArray(), seal.Key, seal.NameLabel(id)))!;
            return new StagedFile(id, facts, bytes.ToArray(), await LengthAsync(id, cancellation));
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }

    public async Task DropAsync(Guid id)
    {
        await store.DropStagedAsync(id);
        await store.DropStagedAsync(NameOf(id));
    }

    /// <summary>Makes the files the school's own, durably; call it before the commit that names them.</summary>
    internal async Task KeepAsync(SchoolId school, IEnumerable<StagedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            await store.KeepAsync(school, file.Id, cancellation);
            await store.DropStagedAsync(NameOf(file.Id));
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
