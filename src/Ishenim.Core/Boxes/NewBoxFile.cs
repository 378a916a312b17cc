using Ishenim.Core.Attachments.Cleaning;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Boxes;

/// <summary>A photo or scan that was held against what it claims to be: place and device are out of photos.</summary>
public sealed class NewBoxFile
{
    private NewBoxFile(string type, byte[] content) => (Type, Content) = (type, content);

    public string Type { get; }

    public byte[] Content { get; }

    /// <summary>Reads what was uploaded.</summary>
    /// <param name="source">The file.</param>
    /// <param name="pdf">Whether a PDF is taken, too.</param>
    /// <exception cref="BoxFileUnusable">No whole photo, no PDF, or more than <see cref="BoxFile.MostBytes"/>.</exception>
    public static async Task<NewBoxFile> ReadAsync(Stream source, bool pdf)
    {
        await using var cleaning = new CleaningStream(source);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await cleaning.ReadAsync(buffer)) > 0;)
        {
            if (content.Length + read > BoxFile.MostBytes)
                throw new BoxFileUnusable();
            content.Write(buffer, 0, read);
        }
        var bytes = content.ToArray();
        return TypeOf(bytes, cleaning.Result, pdf) is { } type ? new NewBoxFile(type, bytes) : throw new BoxFileUnusable();
    }

    internal BoxFile Row(Actor actor, BoxFileKind kind, Guid of) => new()
    {
        School = actor.School, Id = Guid.NewGuid(), Kind = kind, Of = of, AddedOn = actor.Today, AddedBy = actor.Person, Type = Type, Content = Content,
    };

    private static string? TypeOf(ReadOnlySpan<byte> bytes, CleaningResult result, bool pdf) => (FileKinds.Tell(bytes), result) switch
    {
        (FileKind.Jpeg, CleaningResult.Cleaned) => "image/jpeg",
        (FileKind.Png, CleaningResult.Cleaned) => "image/png",
        (FileKind.Webp, CleaningResult.Cleaned) => "image/webp",
        (FileKind.Document, _) when pdf && bytes.StartsWith("%PDF-"u8) => "application/pdf",
        _ => null,
    };
}
