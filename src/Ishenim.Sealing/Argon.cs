using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// How hard a passphrase or code is stretched by Argon2id (RFC 9106, one lane, libsodium's crypto_pwhash). Stands beside
/// each salt; values that no installation sets are refused, also when a row brings them.
/// </summary>
/// <param name="Operations">Passes over the memory: 1 to 64.</param>
/// <param name="MemoryBytes">Memory, in bytes: 8 KiB to 1 GiB.</param>
/// <exception cref="ArgumentOutOfRangeException">A value outside these bounds.</exception>
public sealed record Argon(long Operations, long MemoryBytes)
{
    /// <summary>Length of a salt, in bytes.</summary>
    public const int SaltSize = 16;

    private const long MostOperations = 64;
    internal const long LeastMemory = 8 * 1024;
    private const long MostMemory = 1024 * 1024 * 1024;

    /// <summary>For staff: 3 passes over 64 MiB (RFC 9106, second recommended option).</summary>
    public static Argon Staff { get; } = new(3, 64 * 1024 * 1024);

    /// <summary>For receipt codes: 2 passes over 19 MiB (OWASP, Password Storage Cheat Sheet).</summary>
    public static Argon Code { get; } = new(2, 19 * 1024 * 1024);

    /// <summary>Passes over the memory.</summary>
    public long Operations { get; private init; } = Within(Operations, 1, MostOperations, nameof(Operations));

    /// <summary>Memory, in bytes; rounded down to whole KiB by Argon2.</summary>
    public long MemoryBytes { get; private init; } = Within(MemoryBytes, LeastMemory, MostMemory, nameof(MemoryBytes));

    /// <summary>Fills <paramref name="output"/> from a secret; takes the time and memory that the parameters say.</summary>
    /// <exception cref="InvalidOperationException">The memory cannot be had.</exception>
    internal void Stretch(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, Span<byte> output)
    {
        Sizes.Require(salt, SaltSize, nameof(salt));
        Sodium.Start();
        if (NativeSodium.crypto_pwhash(output, (ulong)output.Length, secret, (ulong)secret.Length, salt,
            (ulong)Operations, (nuint)MemoryBytes, NativeSodium.Argon2Id13) == 0)
            return;
        CryptographicOperations.ZeroMemory(output);
        throw new InvalidOperationException("Argon2id cannot have the memory it needs.");
    }

    private static long Within(long value, long least, long most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
