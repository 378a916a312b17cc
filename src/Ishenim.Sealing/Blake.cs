using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>BLAKE2b-256 (RFC 7693), libsodium's crypto_generichash, with the use it is for hashed in front.</summary>
internal static class Blake
{
    /// <summary>Length of a hash, in bytes.</summary>
    internal const int Size = 32;

    /// <summary>Hashes <paramref name="purpose"/>, one zero byte and <paramref name="data"/>: two purposes never meet.</summary>
    internal static void Hash(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> data, Span<byte> hash, ReadOnlySpan<byte> key = default)
    {
        Sizes.Require(hash, Size, nameof(hash));
        Sodium.Start();
        Span<byte> input = stackalloc byte[purpose.Length + 1 + data.Length];
        purpose.CopyTo(input);
        input[purpose.Length] = 0;
        data.CopyTo(input[(purpose.Length + 1)..]);
        _ = NativeSodium.crypto_generichash(hash, Size, input, (ulong)input.Length, key, (nuint)key.Length);
        CryptographicOperations.ZeroMemory(input);
    }
}
