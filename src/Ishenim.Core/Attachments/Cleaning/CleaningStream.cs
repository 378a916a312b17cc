namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// Reads a file of any kind and gives it without the traces a camera or program leaves in photos: place,
/// time, device, author, comments, previews. Pixels, colours and the way up stay as they are, byte for
/// byte. Holds 80 KiB, whatever the file's size; forward only, asynchronous only.
/// </summary>
/// <remarks>
/// Formats: ITU-T T.81 and JFIF 1.02 (JPEG), W3C PNG third edition, RFC 9649 (WebP), CIPA DC-008 (Exif).
/// Throws only what <paramref name="source"/> throws; after that the stream cannot be read further.
/// Traces inside the picture itself (a face, a name on a blackboard), in a colour profile's own text, or
/// between two scans of a JPEG whose marker is broken, stay. Disposing it disposes the source.
/// </remarks>
public sealed class CleaningStream(Stream source) : Stream
{
    private readonly SourceWindow window = new(source);
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? pieces;
    private ReadOnlyMemory<byte> piece;
    private CleaningResult? result;
    private bool advancing;

    /// <summary>What became of the file; known once a read has returned 0.</summary>
    /// <exception cref="InvalidOperationException">The end has not been read yet.</exception>
    public CleaningResult Result =>
        result ?? throw new InvalidOperationException("The result is known at the end of the stream only.");

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (piece.IsEmpty)
        {
            if (result is not null || !await AdvanceAsync(cancellationToken))
                return 0;
        }
        var count = Math.Min(buffer.Length, piece.Length);
        piece[..count].CopyTo(buffer);
        piece = piece[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Read this stream asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            window.Wipe();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        // Still set when the last advance threw: the walk is lost, and "end of file" would be a lie.
        if (advancing)
            throw new InvalidOperationException("An earlier read failed or is still under way.");
        advancing = true;
        window.Cancellation = cancellationToken;
        pieces ??= CleanAsync().GetAsyncEnumerator(CancellationToken.None);
        var more = await pieces.MoveNextAsync();
        piece = more ? pieces.Current : default;
        advancing = false;
        return more;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> CleanAsync()
    {
        await window.HasAsync(FileKinds.BytesToTell);
        var kind = FileKinds.Tell(window.Unread.Span);
        var cleaner = CleanerFor(kind);
        if (cleaner is not null)
            await foreach (var cleaned in cleaner.CleanAsync())
                yield return cleaned;

        // The source is read to its end in any case: the next part of a form stands behind it.
        var finished = cleaner is { Finished: true };
        while (await window.HasAsync(1))
        {
            var rest = window.TakeUpTo(SourceWindow.Size);
            if (!finished)
                yield return rest;
        }
        result = finished ? CleaningResult.Cleaned : FileKinds.Uncleaned(kind);
    }

    private PhotoCleaner? CleanerFor(FileKind kind) => kind switch
    {
        FileKind.Jpeg => new JpegCleaner(window),
        FileKind.Png => new PngCleaner(window),
        FileKind.Webp => new WebpCleaner(window),
        _ => null,
    };
}
