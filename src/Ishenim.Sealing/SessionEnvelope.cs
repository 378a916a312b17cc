namespace Ishenim.Sealing;

/// <summary>
/// A signed-in person's private key, wrapped by a random key that only their cookie holds: the stored half opens nothing
/// without the other. Byte by byte in docs/envelopes.md.
/// </summary>
public static class SessionEnvelope
{
    private const int LabelSize = Owner.Size + 16;

    /// <summary>Length of every wrap, in bytes.</summary>
    public const int Size = Aead.Overhead + SecretKey.Size;

    /// <summary>Wraps the private key for one session.</summary>
    public static byte[] Wrap(KeyPair keys, SecretKey sessionKey, Guid school, Guid person, Guid session)
    {
        Span<byte> label = stackalloc byte[LabelSize];
        Write(label, school, person, session);
        return Aead.Seal(Header.Session, keys.PrivateKey.Bytes, sessionKey.Bytes, label);
    }

    /// <summary>Opens what <see cref="Wrap"/> made for the same session; the public key is derived anew.</summary>
    /// <exception cref="SealBrokenException">Other key, other session, or changed bytes.</exception>
    public static KeyPair Open(ReadOnlySpan<byte> wrapped, SecretKey sessionKey, Guid school, Guid person, Guid session)
    {
        Span<byte> label = stackalloc byte[LabelSize];
        Write(label, school, person, session);
        return Owner.OpenKeys(Header.Session, wrapped, sessionKey.Bytes, label);
    }

    private static void Write(Span<byte> into, Guid school, Guid person, Guid session)
    {
        Owner.Write(into, school, person);
        session.TryWriteBytes(into[Owner.Size..], bigEndian: true, out _);
    }
}
