namespace Ishenim.Sealing;

/// <summary>
/// A sealed file: libsodium's secretstream in chunks of 64 KiB of content, padded by <see cref="Padme"/>. Both ways stream
/// with constant memory, and the length need not be known beforehand. Byte by byte in docs/envelopes.md.
/// </summary>
public static class FileEnvelope
{
    /// <summary>How much content, padding included, every chunk but the last holds, in bytes.</summary>
    public const int ChunkSize = 64 * 1024;

    /// <summary>The length of the sealed file for content of this length, in bytes; it depends on the padded length alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static long SealedLength(long plainLength)
    {
        var padded = Padme.Length(plainLength);
        var chunks = Math.Max(1, (padded + ChunkSize - 1) / ChunkSize);
        return Header.Size + SecretStream.HeaderSize + padded + chunks * (FileChunk.CountSize + SecretStream.Overhead);
    }

    /// <summary>Seals everything that <paramref name="plain"/> still gives. When it throws, discard what was written.</summary>
    /// <returns>The content's length without padding, in bytes.</returns>
    public static async Task<long> SealAsync(
        Stream plain, Stream sealedOut, SecretKey key, PartLabel label, CancellationToken cancellation = default)
    {
        using var sealer = new FileSealer(sealedOut, key, label);
        return await sealer.SealAsync(plain, cancellation);
    }

    /// <summary>
    /// Opens what <see cref="SealAsync"/> made with the same key and label. No byte is released before the chunk it is in
    /// is found genuine; but whether the file is whole is known only at its end: when it throws, discard what was written.
    /// </summary>
    /// <returns>The content's length, in bytes.</returns>
    /// <exception cref="SealBrokenException">Other key, other label; changed, cut, reordered or appended bytes.</exception>
    public static async Task<long> OpenAsync(
        Stream sealedIn, Stream plainOut, SecretKey key, PartLabel label, CancellationToken cancellation = default)
    {
        using var opener = new FileOpener(sealedIn, key, label);
        return await opener.OpenAsync(plainOut, cancellation);
    }
}
