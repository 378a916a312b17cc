using System.Buffers.Binary;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// JPEG (ITU-T T.81): the segments that decoding needs, a bare JFIF header, colour profile, Adobe's colour
/// transform and the orientation stay; all other application segments, comments and whatever follows the
/// end of the image (second images, trailers) go.
/// </summary>
internal sealed class JpegCleaner(SourceWindow window) : PhotoCleaner(window)
{
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private readonly JpegSegments segments = new();

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> CleanAsync()
    {
        yield return Window.Take(2);
        while (await MarkerAsync() is { } marker)
        {
            if (marker == EndOfImage)
            {
                Finished = segments.HasScan;
                if (Finished)
                    yield return Window.Take(2);
                yield break;
            }
            var segment = await SegmentAsync();
            if (segment.IsEmpty || !segments.IsSound(marker, segment.Span))
                yield break;
            Window.Take(segment.Length);
            var cleaned = segments.Clean(marker, segment);
            if (!cleaned.IsEmpty)
                yield return cleaned;
            if (marker == StartOfScan)
                await foreach (var piece in ScanAsync())
                    yield return piece;
        }
    }

    /// <summary>The code of the marker that comes next; fill bytes before it are dropped.</summary>
    private async ValueTask<int?> MarkerAsync()
    {
        while (await Window.HasAsync(2) && Window.Unread.Span is [0xFF, var code, ..])
        {
            if (code != 0xFF)
                return code;
            Window.Take(1);
        }
        return null;
    }

    /// <summary>The whole segment that comes next, not yet taken; empty if it has no length or is not all there.</summary>
    private async ValueTask<Memory<byte>> SegmentAsync()
    {
        if (!await Window.HasAsync(4))
            return default;
        var length = BinaryPrimitives.ReadUInt16BigEndian(Window.Unread.Span[2..]);
        return length >= 2 && await Window.HasAsync(2 + length) ? Window.Unread[..(2 + length)] : default;
    }

    private async IAsyncEnumerable<Memory<byte>> ScanAsync()
    {
        while (await Window.HasAsync(2) && ScanLength(Window.Unread.Span) is > 0 and var length)
            yield return Window.Take(length);
    }

    /// <summary>How many bytes are picture data: up to a marker that is not a restart marker.</summary>
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ;)
        {
            var found = data[at..].IndexOf((byte)0xFF);
            if (found < 0)
                return data.Length;
            at += found;
            if (at + 1 == data.Length)
                return at;
            var next = data[at + 1];
            if (next == 0xFF)
                at++;
            else if (next is 0 or (>= 0xD0 and <= 0xD7))
                at += 2;
            else
                return at;
        }
    }
}
