using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>The associated data of a person's wrapped keys, and opening such a wrap.</summary>
internal static class Owner
{
    internal const int Size = 32;

    internal static void Write(Span<byte> into, Guid school, Guid person)
    {
        school.TryWriteBytes(into, bigEndian: true, out _);
        person.TryWriteBytes(into[16..], bigEndian: true, out _);
    }

    /// <summary>The key pair in a wrap, or null if the key or the label does not fit.</summary>
    /// <exception cref="SealBrokenException">The wrap's shape is wrong.</exception>
    internal static KeyPair? TryOpenKeys(ReadOnlySpan<byte> header, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label)
    {
        Span<byte> privateKey = stackalloc byte[SecretKey.Size];
        try
        {
            return Aead.TryOpen(header, wrapped, privateKey, key, label) ? KeyPair.FromPrivateKey(privateKey) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }

    internal static KeyPair OpenKeys(ReadOnlySpan<byte> header, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> key, ReadOnlySpan<byte> label) =>
        TryOpenKeys(header, wrapped, key, label) ?? throw new SealBrokenException("it was changed, or belongs elsewhere");
}
