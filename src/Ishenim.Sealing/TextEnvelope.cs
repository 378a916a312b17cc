using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Sealing;

/// <summary>
/// A sealed text or other short part: XChaCha20-Poly1305, padded to a multiple of 2 KiB so that its length tells little.
/// Byte by byte in docs/envelopes.md.
/// </summary>
public static class TextEnvelope
{
    /// <summary>What the padded content's length is a multiple of, in bytes.</summary>
    public const int Block = 2048;

    private const byte PaddingMark = 0x80;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Seals bytes of any length, none included.</summary>
    /// <returns>45 bytes more than the padded content.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> plain, SecretKey key, in PartLabel label)
    {
        // ISO/IEC 7816-4: one marking byte, then zeros. There is always a mark, so a whole block grows by one more.
        var padded = new byte[checked((plain.Length / Block + 1) * Block)];
        plain.CopyTo(padded);
        padded[plain.Length] = PaddingMark;
        Span<byte> place = stackalloc byte[PartLabel.Size];
        label.Write(place);
        try
        {
            return Aead.Seal(Header.Text, padded, key.Bytes, place);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Opens what <see cref="Seal"/> made with the same key and label.</summary>
    /// <exception cref="SealBrokenException">Other key, other label, or changed bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, SecretKey key, in PartLabel label)
    {
        var padded = OpenPadded(sealedBytes, key, label, out var length);
        try
        {
            return padded.AsSpan(0, length).ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Seals a text as UTF-8.</summary>
    public static byte[] SealText(string text, SecretKey key, in PartLabel label)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        try
        {
            Encoding.UTF8.GetBytes(text, bytes);
            return Seal(bytes, key, label);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Opens a text that <see cref="SealText"/> made.</summary>
    /// <exception cref="SealBrokenException">Other key, other label, changed bytes, or not UTF-8.</exception>
    public static string OpenText(ReadOnlySpan<byte> sealedBytes, SecretKey key, in PartLabel label)
    {
        var padded = OpenPadded(sealedBytes, key, label, out var length);
        try
        {
            return StrictUtf8.GetString(padded, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new SealBrokenException("it holds no text");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    private static byte[] OpenPadded(ReadOnlySpan<byte> sealedBytes, SecretKey key, in PartLabel label, out int length)
    {
        Header.Require(sealedBytes, Header.Text);
        var size = sealedBytes.Length - Aead.Overhead;
        if (size <= 0 || size % Block != 0)
            throw new SealBrokenException("its length is wrong");
        Span<byte> place = stackalloc byte[PartLabel.Size];
        label.Write(place);
        var padded = new byte[size];
        Aead.Open(Header.Text, sealedBytes, padded, key.Bytes, place);
        length = padded.AsSpan().LastIndexOfAnyExcept((byte)0);
        if (length >= size - Block && padded[length] == PaddingMark)
            return padded;
        CryptographicOperations.ZeroMemory(padded);
        throw new SealBrokenException("its padding is wrong");
    }
}
