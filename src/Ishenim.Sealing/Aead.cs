using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// XChaCha20-Poly1305-IETF with a random nonce: header (5), nonce (24), ciphertext with its 16-byte tag. The associated
/// data begins with the header.
/// </summary>
internal static class Aead
{
    internal const int NonceSize = 24;
    internal const int TagSize = 16;

    /// <summary>How much longer the envelope is than what it holds, in bytes.</summary>
    internal const int Overhead = Header.Size + NonceSize + TagSize;

    internal static byte[] Seal(ReadOnlySpan<byte> header, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label)
    {
        Sizes.Require(key, SecretKey.Size, nameof(key));
        Sodium.Start();
        var result = new byte[Overhead + plain.Length];
        header.CopyTo(result);
        var nonce = result.AsSpan(Header.Size, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> associated = stackalloc byte[Header.Size + label.Length];
        header.CopyTo(associated);
        label.CopyTo(associated[Header.Size..]);
        _ = NativeSodium.crypto_aead_xchacha20poly1305_ietf_encrypt(result.AsSpan(Header.Size + NonceSize), out _,
            plain, (ulong)plain.Length, associated, (ulong)associated.Length, 0, nonce, key);
        return result;
    }

    /// <summary>Opens into <paramref name="plain"/>, which is exactly as long as the content; it is zeroed if that fails.</summary>
    /// <returns>False if the tag does not fit: another key, another label, or changed bytes.</returns>
    /// <exception cref="SealBrokenException">It is not an envelope of this kind, version and length.</exception>
    internal static bool TryOpen(
        ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label)
    {
        Sizes.Require(key, SecretKey.Size, nameof(key));
        Header.Require(sealedBytes, header);
        if (sealedBytes.Length != Overhead + plain.Length)
            throw new SealBrokenException("its length is wrong");
        Sodium.Start();
        Span<byte> associated = stackalloc byte[Header.Size + label.Length];
        header.CopyTo(associated);
        label.CopyTo(associated[Header.Size..]);
        var ciphertext = sealedBytes[(Header.Size + NonceSize)..];
        if (NativeSodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, out _, 0, ciphertext, (ulong)ciphertext.Length,
            associated, (ulong)associated.Length, sealedBytes.Slice(Header.Size, NonceSize), key) == 0)
            return true;
        CryptographicOperations.ZeroMemory(plain);
        return false;
    }

    /// <summary>As <see cref="TryOpen"/>, for seals whose key is known to be right.</summary>
    /// <exception cref="SealBrokenException">It cannot be opened.</exception>
    internal static void Open(
        ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label)
    {
        if (!TryOpen(header, sealedBytes, plain, key, label))
            throw new SealBrokenException("it was changed, or belongs elsewhere");
    }
}
