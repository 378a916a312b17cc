namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>Whether the segments that decoding needs are as long as they say inside (T.81, Annex B.2).</summary>
internal static class JpegTables
{
    private const int MostComponents = 4;

    public static bool IsFrame(ReadOnlySpan<byte> body) =>
        body.Length >= 6 && body[5] is > 0 and <= MostComponents && body.Length == 6 + (3 * body[5]);

    public static bool IsScan(ReadOnlySpan<byte> body) =>
        body.Length >= 1 && body[0] is > 0 and <= MostComponents && body.Length == 4 + (2 * body[0]);

    public static bool AreQuantizationTables(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0 && body[0] >> 4 <= 1 && (body[0] & 0x0F) <= 3)
        {
            var length = 1 + (body[0] < 0x10 ? 64 : 128);
            if (length > body.Length)
                return false;
            body = body[length..];
        }
        return body.IsEmpty;
    }

    public static bool AreHuffmanTables(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 17 && body[0] >> 4 <= 1 && (body[0] & 0x0F) <= 3)
        {
            var length = 17;
            foreach (var count in body[1..17])
                length += count;
            if (length > body.Length)
                return false;
            body = body[length..];
        }
        return body.IsEmpty;
    }
}
