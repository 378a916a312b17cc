using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// PNG (W3C, third edition): the chunks that decoding and colour need stay; texts, times, unknown chunks
/// and whatever follows IEND go. An eXIf chunk becomes one that says the orientation only, at the same
/// place, before or after the picture data: so viewers treat it as they did before. Every chunk's
/// check sum must be right, else a wrong length could carry a swallowed text along.
/// </summary>
internal sealed class PngCleaner(SourceWindow window) : PhotoCleaner(window)
{
    private const int MostExif = 64 * 1024;
    private bool hasHeader;
    private bool hasPicture;
    private uint check;

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> CleanAsync()
    {
        yield return Window.Take(8);
        while (await Window.HasAsync(8) && PngChunk.Parse(Window.Unread.Span) is { } chunk && InOrder(chunk))
        {
            var kept = chunk.IsKept;
            var orientation = chunk.Type == "eXIf" ? await OrientationAsync(chunk) : 1;
            var head = Window.Take(8);
            check = Crc32.Append(0, head.Span[4..]);
            if (kept)
                yield return head;
            await foreach (var piece in CheckedAsync(chunk.Length))
                if (kept)
                    yield return piece;
            if (Missing > 0 || !await CheckSumAsync())
                yield break;
            var sum = Window.Take(4);
            if (kept)
                yield return sum;
            if (orientation > 1)
                yield return PngChunk.Build("eXIf"u8, Orientation.Write(orientation));
            Finished = chunk.Type == "IEND";
            if (Finished)
                yield break;
        }
    }

    private bool InOrder(PngChunk chunk)
    {
        var sound = chunk.Type switch
        {
            "IHDR" => !hasHeader && chunk.Length == 13,
            "IEND" => hasPicture && chunk.Length == 0,
            _ => hasHeader,
        };
        hasHeader |= chunk.Type == "IHDR";
        hasPicture |= chunk.Type == "IDAT";
        return sound;
    }

    /// <summary>The orientation, if it is said within the first 64 KiB.</summary>
    private async ValueTask<int> OrientationAsync(PngChunk chunk)
    {
        var length = (int)Math.Min(chunk.Length, MostExif);
        return await Window.HasAsync(8 + length) ? Orientation.Read(Window.Unread.Span.Slice(8, length)) : 1;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> CheckedAsync(long count)
    {
        await foreach (var piece in PassAsync(count))
        {
            check = Crc32.Append(check, piece.Span);
            yield return piece;
        }
    }

    private async ValueTask<bool> CheckSumAsync() =>
        await Window.HasAsync(4) && BinaryPrimitives.ReadUInt32BigEndian(Window.Unread.Span) == check;
}
