using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// WebP (RFC 9649). The file's size stands at its front, so no chunk changes its length: the EXIF chunk
/// becomes one that says the orientation only, padded with zeros; the XMP chunk an empty packet, padded
/// with spaces as XMP allows; unknown chunks become zeros. What follows the end of the file goes.
/// </summary>
internal sealed class WebpCleaner(SourceWindow window) : PhotoCleaner(window)
{
    private const int MostExif = 64 * 1024;
    private readonly WebpOrder order = new();

    /// <summary>Bytes until the end of the file, as its front says.</summary>
    private long left;

    /// <summary>Bytes until the end of the animation's frame that we are in; 0 outside.</summary>
    private long frameLeft;

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> CleanAsync()
    {
        left = BinaryPrimitives.ReadUInt32LittleEndian(Window.Unread.Span[4..]) - 4L;
        yield return Window.Take(12);
        while (left > 0)
        {
            if (!await Window.HasAsync(WebpChunk.Head) || WebpChunk.Parse(Window.Unread.Span) is not { } chunk
                || !Fits(chunk) || !order.Accepts(chunk, frameLeft > 0))
                yield break;
            await foreach (var piece in ChunkAsync(chunk))
                yield return piece;
            if (Missing > 0)
                yield break;
        }
        Finished = left == 0 && order.IsComplete;
    }

    // A chunk of odd length has a byte of padding, which some encoders forget at the very end.
    private bool Fits(WebpChunk chunk)
    {
        var space = (frameLeft > 0 ? frameLeft : left) - WebpChunk.Head - chunk.Length;
        return space >= chunk.Padding || (space == 0 && frameLeft == 0);
    }

    /// <summary>A chunk with its padding; of an animation's frame only the head, its inner chunks come next.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ChunkAsync(WebpChunk chunk)
    {
        var isFrame = chunk.Type == "ANMF";
        var length = isFrame ? WebpChunk.FrameHead : chunk.Length;
        var kept = WebpChunk.Head + (isFrame ? length : await RewriteAsync(chunk));
        var filler = chunk.Type == "XMP " ? (byte)' ' : (byte)0;
        var total = Math.Min(WebpChunk.Head + length + (isFrame ? 0 : chunk.Padding), left);
        await foreach (var piece in PassAsync(total))
        {
            piece.Span[(int)Math.Min(kept, piece.Length)..].Fill(filler);
            kept -= Math.Min(kept, piece.Length);
            yield return piece;
        }
        left -= total;
        frameLeft = isFrame ? chunk.Length - WebpChunk.FrameHead : Math.Max(0, frameLeft - total);
    }

    /// <summary>Rewrites the chunk's body where it stands; how many bytes of it are then to be kept.</summary>
    private async ValueTask<long> RewriteAsync(WebpChunk chunk)
    {
        var length = (int)Math.Min(chunk.Length, MostExif);
        if (chunk.IsPicture)
            return chunk.Length;
        // Within an animation's frame nothing but picture chunks is meant to be.
        if (frameLeft > 0 || !await Window.HasAsync(WebpChunk.Head + length))
            return 0;
        var body = Window.Unread.Span.Slice(WebpChunk.Head, length);
        order.Note(chunk, body);
        return Math.Min(WebpChunk.Rewrite(chunk.Type, body), chunk.Length);
    }
}
