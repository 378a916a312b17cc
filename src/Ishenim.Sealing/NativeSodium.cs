using System.Runtime.InteropServices;

namespace Ishenim.Sealing;

/// <summary>
/// Every function of libsodium that the program calls, under its own name (https://doc.libsodium.org). Nothing else in
/// the program crosses into native code. Callers check sizes: libsodium trusts its pointers.
/// </summary>
internal static partial class NativeSodium
{
    /// <summary>Argon2id version 1.3, libsodium's crypto_pwhash_ALG_ARGON2ID13.</summary>
    internal const int Argon2Id13 = 2;

    private const string Library = "libsodium";

    [LibraryImport(Library)]
    internal static partial int sodium_init();

    [LibraryImport(Library)]
    internal static partial nint sodium_version_string();

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_encrypt(
        Span<byte> ciphertext, out ulong ciphertextLength, ReadOnlySpan<byte> message, ulong messageLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, nint none, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_decrypt(
        Span<byte> message, out ulong messageLength, nint none, ReadOnlySpan<byte> ciphertext, ulong ciphertextLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_secretstream_xchacha20poly1305_init_push(
        Span<byte> state, Span<byte> header, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_secretstream_xchacha20poly1305_push(
        Span<byte> state, Span<byte> ciphertext, out ulong ciphertextLength, ReadOnlySpan<byte> message, ulong messageLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, byte tag);

    [LibraryImport(Library)]
    internal static partial int crypto_secretstream_xchacha20poly1305_init_pull(
        Span<byte> state, ReadOnlySpan<byte> header, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_secretstream_xchacha20poly1305_pull(
        Span<byte> state, Span<byte> message, out ulong messageLength, out byte tag, ReadOnlySpan<byte> ciphertext,
        ulong ciphertextLength, ReadOnlySpan<byte> associated, ulong associatedLength);

    [LibraryImport(Library)]
    internal static partial int crypto_pwhash(
        Span<byte> output, ulong outputLength, ReadOnlySpan<byte> passphrase, ulong passphraseLength,
        ReadOnlySpan<byte> salt, ulong operations, nuint memory, int algorithm);

    [LibraryImport(Library)]
    internal static partial int crypto_generichash(
        Span<byte> output, nuint outputLength, ReadOnlySpan<byte> input, ulong inputLength, ReadOnlySpan<byte> key, nuint keyLength);

    [LibraryImport(Library)]
    internal static partial int crypto_box_keypair(Span<byte> publicKey, Span<byte> privateKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seed_keypair(Span<byte> publicKey, Span<byte> privateKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult_base(Span<byte> publicKey, ReadOnlySpan<byte> privateKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal(
        Span<byte> ciphertext, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal_open(
        Span<byte> message, ReadOnlySpan<byte> ciphertext, ulong ciphertextLength, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> privateKey);
}
