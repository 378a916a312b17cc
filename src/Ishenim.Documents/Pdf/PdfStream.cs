namespace Ishenim.Documents.Pdf;

internal static class PdfStream
{
    /// <summary>All of it.</summary>
    /// <exception cref="IOException">It is longer than it may be.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (whole.Length + read > most)
                throw new IOException("The PDF is too long.");
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }
}
