using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>The 128 random bits of a recovery sheet; wiped at Dispose.</summary>
public sealed class RecoverySecret : IDisposable
{
    internal const int Size = 16;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);

    internal RecoverySecret(ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes);

    /// <summary>Eight groups of four characters, as printed: <c>ABCD EFGH …</c>; the last six characters are the check part.</summary>
    public string Groups
    {
        get
        {
            var digits = Crockford.Digits(_bytes, RecoverySheet.SecretDigits);
            return Crockford.Groups([.. digits, .. Bech32.Check(RecoverySheet.Prefix, digits)], separator: ' ');
        }
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Wipes the secret.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}

/// <summary>
/// The sheet in the school's safe: 128 random bits that wrap a private key a second time. Byte by byte in docs/envelopes.md.
/// </summary>
public static class RecoverySheet
{
    internal const string Prefix = "ishenim";
    internal const int SecretDigits = 26;

    /// <summary>Length of every wrap, in bytes.</summary>
    public const int Size = Aead.Overhead + SecretKey.Size;

    /// <summary>A new secret for a new sheet.</summary>
    public static RecoverySecret New()
    {
        Span<byte> bytes = stackalloc byte[RecoverySecret.Size];
        RandomNumberGenerator.Fill(bytes);
        var secret = new RecoverySecret(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    /// <summary>
    /// Reads what somebody types from a sheet: lower case, spaces, hyphens, O for 0 and I or L for 1 are fine; up to four
    /// mistyped characters are told for certain.
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out RecoverySecret? secret)
    {
        secret = null;
        Span<byte> digits = stackalloc byte[SecretDigits + Bech32.CheckSize];
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (Typed.IsSeparator(c))
                continue;
            var value = Crockford.ValueOf(c);
            if (value < 0 || count == digits.Length)
                return false;
            digits[count++] = (byte)value;
        }
        Span<byte> bytes = stackalloc byte[RecoverySecret.Size];
        if (count == digits.Length && Bech32.IsValid(Prefix, digits) && Crockford.TryBytes(digits[..SecretDigits], bytes))
            secret = new RecoverySecret(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(digits);
        return secret is not null;
    }

    /// <summary>Wraps a private key for the sheet's holder.</summary>
    public static byte[] Wrap(RecoverySecret secret, KeyPair keys, Guid school, Guid person)
    {
        using var key = WrappingKey(secret);
        Span<byte> label = stackalloc byte[Owner.Size];
        Owner.Write(label, school, person);
        return Aead.Seal(Header.Recovery, keys.PrivateKey.Bytes, key.Bytes, label);
    }

    /// <summary>Opens what <see cref="Wrap"/> made with the same secret for the same person.</summary>
    /// <returns>Null if the sheet is another one, or the wrap was changed: the two cannot be told apart.</returns>
    /// <exception cref="SealBrokenException">The wrap's shape is wrong.</exception>
    public static KeyPair? TryOpen(RecoverySecret secret, ReadOnlySpan<byte> wrapped, Guid school, Guid person)
    {
        using var key = WrappingKey(secret);
        Span<byte> label = stackalloc byte[Owner.Size];
        Owner.Write(label, school, person);
        return Owner.TryOpenKeys(Header.Recovery, wrapped, key.Bytes, label);
    }

    private static SecretKey WrappingKey(RecoverySecret secret)
    {
        var key = SecretKey.Blank(out var bytes);
        Blake.Hash("Ishenim recovery sheet 1"u8, default, bytes, key: secret.Bytes);
        return key;
    }
}
