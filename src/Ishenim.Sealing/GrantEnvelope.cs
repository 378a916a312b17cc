using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// A class key sealed to one recipient (crypto_box_seal). The sealed payload repeats whose it is, so that a grant cannot
/// be moved to another appeal, class, epoch or person. Anybody can seal to a public key: a grant does not prove who gave it.
/// Byte by byte in docs/envelopes.md.
/// </summary>
public static class GrantEnvelope
{
    internal const int BoxOverhead = 48;
    private const int PayloadSize = Header.Size + GrantLabel.Size + SecretKey.Size;

    /// <summary>Length of every grant, in bytes.</summary>
    public const int Size = Header.Size + BoxOverhead + PayloadSize;

    /// <summary>Seals a class key to the holder of a public key.</summary>
    /// <exception cref="ArgumentException">The public key is not 32 bytes, or none that anything may be sealed to.</exception>
    public static byte[] Seal(in GrantLabel label, SecretKey classKey, ReadOnlySpan<byte> recipientPublicKey)
    {
        Sizes.Require(recipientPublicKey, KeyPair.PublicKeySize, nameof(recipientPublicKey));
        Sodium.Start();
        Span<byte> payload = stackalloc byte[PayloadSize];
        Header.Grant.CopyTo(payload);
        label.Write(payload[Header.Size..]);
        classKey.Bytes.CopyTo(payload[(Header.Size + GrantLabel.Size)..]);
        var grant = new byte[Size];
        Header.Grant.CopyTo(grant);
        var done = NativeSodium.crypto_box_seal(grant.AsSpan(Header.Size), payload, PayloadSize, recipientPublicKey);
        CryptographicOperations.ZeroMemory(payload);
        if (done == 0)
            return grant;
        throw new ArgumentException("Nothing may be sealed to this public key: it is a point of low order.", nameof(recipientPublicKey));
    }

    /// <summary>Opens a grant and checks that it is the expected one.</summary>
    /// <exception cref="SealBrokenException">Other recipient, other label, or changed bytes.</exception>
    public static SecretKey Open(ReadOnlySpan<byte> sealedBytes, KeyPair recipient, in GrantLabel expected)
    {
        Header.Require(sealedBytes, Header.Grant);
        if (sealedBytes.Length != Size)
            throw new SealBrokenException("its length is wrong");
        Sodium.Start();
        Span<byte> payload = stackalloc byte[PayloadSize];
        try
        {
            var box = sealedBytes[Header.Size..];
            if (NativeSodium.crypto_box_seal_open(payload, box, (ulong)box.Length, recipient.PublicKey, recipient.PrivateKey.Bytes) != 0)
                throw new SealBrokenException("it was changed, or is for somebody else");
            Span<byte> label = stackalloc byte[Header.Size + GrantLabel.Size];
            Header.Grant.CopyTo(label);
            expected.Write(label[Header.Size..]);
            if (!payload[..label.Length].SequenceEqual(label))
                throw new SealBrokenException("it belongs elsewhere");
            return SecretKey.From(payload[label.Length..]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }
}
