namespace Ishenim.Sealing;

/// <summary>
/// An X25519 key pair (RFC 7748), as libsodium's crypto_box uses it. Who holds the private key can open what was sealed
/// to the public one. Disposing of it wipes the private key.
/// </summary>
public sealed class KeyPair : IDisposable
{
    /// <summary>Length of a public key, in bytes.</summary>
    public const int PublicKeySize = 32;

    private KeyPair(byte[] publicKey, SecretKey privateKey)
    {
        PublicKey = publicKey;
        PrivateKey = privateKey;
    }

    /// <summary>32 bytes, for anybody to know.</summary>
    public byte[] PublicKey { get; }

    /// <summary>32 bytes, for the holder alone; wiped with the pair.</summary>
    public SecretKey PrivateKey { get; }

    /// <summary>The public key's fingerprint: see <see cref="FingerprintOf"/>.</summary>
    public string Fingerprint => FingerprintOf(PublicKey);

    /// <summary>A new random pair.</summary>
    public static KeyPair Generate()
    {
        Sodium.Start();
        var publicKey = new byte[PublicKeySize];
        var privateKey = SecretKey.Blank(out var bytes);
        _ = NativeSodium.crypto_box_keypair(publicKey, bytes);
        return new KeyPair(publicKey, privateKey);
    }

    /// <summary>The pair of a known private key; the public key is derived anew, never believed.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static KeyPair FromPrivateKey(ReadOnlySpan<byte> privateKey)
    {
        Sodium.Start();
        var secret = SecretKey.From(privateKey);
        var publicKey = new byte[PublicKeySize];
        _ = NativeSodium.crypto_scalarmult_base(publicKey, secret.Bytes);
        return new KeyPair(publicKey, secret);
    }

    /// <summary>The pair that libsodium's crypto_box_seed_keypair makes of a 32-byte seed: always the same one.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static KeyPair FromSeed(ReadOnlySpan<byte> seed)
    {
        Sizes.Require(seed, SecretKey.Size, nameof(seed));
        Sodium.Start();
        var publicKey = new byte[PublicKeySize];
        var privateKey = SecretKey.Blank(out var bytes);
        _ = NativeSodium.crypto_box_seed_keypair(publicKey, bytes, seed);
        return new KeyPair(publicKey, privateKey);
    }

    /// <summary>
    /// The first 100 bits of a hash of the public key, as <c>ABCD-EFGH-JKMN-PQRS-TVWX</c> (Crockford's base 32), for people
    /// to compare with paper.
    /// </summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static string FingerprintOf(ReadOnlySpan<byte> publicKey)
    {
        Sizes.Require(publicKey, PublicKeySize, nameof(publicKey));
        Span<byte> hash = stackalloc byte[Blake.Size];
        Blake.Hash("Ishenim key fingerprint 1"u8, publicKey, hash);
        return Sealing.Fingerprint.Of(hash);
    }

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => PrivateKey.Dispose();
}
