namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// Whether a WebP's chunks come as RFC 9649 lets them. WebP has no check sums: a wrong length could carry
/// a swallowed EXIF chunk along, but then a chunk that the front promises is missing.
/// </summary>
internal sealed class WebpOrder
{
    private const byte PromisesXmp = 0x04;
    private const byte PromisesExif = 0x08;
    private bool begun;
    private bool hasPicture;
    private bool hasFrames;
    private int promised;

    /// <summary>Whether there was a picture and every promised chunk.</summary>
    public bool IsComplete => hasPicture && promised == 0;

    public bool Accepts(WebpChunk chunk, bool inFrame)
    {
        var sound = chunk.Type switch
        {
            "VP8X" => !begun && chunk.Length == 10,
            "VP8 " or "VP8L" => inFrame || !hasPicture,
            "ALPH" => inFrame || (begun && !hasPicture),
            "ICCP" => begun && !inFrame && !hasPicture,
            "ANIM" => begun && !inFrame && !hasPicture && chunk.Length == 6,
            "ANMF" => begun && !inFrame && (!hasPicture || hasFrames)
                && chunk.Length > WebpChunk.FrameHead && chunk.Padding == 0,
            _ => begun,
        };
        begun = true;
        hasFrames |= chunk.Type == "ANMF";
        hasPicture |= chunk.Type is "VP8 " or "VP8L" or "ANMF";
        return sound;
    }

    /// <summary>Notes what the front promises and which promise a chunk keeps.</summary>
    public void Note(WebpChunk chunk, ReadOnlySpan<byte> body)
    {
        if (chunk.Type == "VP8X")
            promised = body[0] & (PromisesExif | PromisesXmp);
        else if (chunk.Type == "EXIF")
            promised &= ~PromisesExif;
        else if (chunk.Type == "XMP ")
            promised &= ~PromisesXmp;
    }
}
