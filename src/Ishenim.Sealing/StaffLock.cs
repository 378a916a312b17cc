using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>What is stored for a member of staff: none of it opens anything without the passphrase.</summary>
/// <param name="Salt">16 random bytes.</param>
/// <param name="Argon">How hard the passphrase is stretched.</param>
/// <param name="Verifier">32 bytes: tells the right passphrase from a wrong one.</param>
/// <param name="WrappedPrivateKey">The private key, sealed.</param>
/// <param name="WrappedSecondFactor">The second factor's secret, sealed.</param>
public sealed record StaffLockRow(byte[] Salt, Argon Argon, byte[] Verifier, byte[] WrappedPrivateKey, byte[] WrappedSecondFactor);

/// <summary>What the right passphrase opens; disposing of it wipes both.</summary>
public sealed class OpenedLock : IDisposable
{
    internal OpenedLock(KeyPair keys, byte[] secondFactor)
    {
        Keys = keys;
        SecondFactor = secondFactor;
    }

    /// <summary>The key pair, its public key derived anew: compare it with the stored one.</summary>
    public KeyPair Keys { get; }

    /// <summary>The second factor's secret (see <see cref="Totp"/>).</summary>
    public byte[] SecondFactor { get; }

    /// <summary>Wipes the private key and the second factor's secret.</summary>
    public void Dispose()
    {
        Keys.Dispose();
        CryptographicOperations.ZeroMemory(SecondFactor);
    }
}

/// <summary>
/// A staff passphrase. Argon2id makes 64 bytes of it: the first half wraps the private key and the second factor's secret,
/// a hash of the second half verifies the sign-in. Byte by byte in docs/envelopes.md.
/// </summary>
public static class StaffLock
{
    private static readonly byte[] SaltForNobody = RandomNumberGenerator.GetBytes(Argon.SaltSize);

    /// <summary>Locks a key pair and a second factor's secret with a passphrase; also the way to change any of them.</summary>
    public static StaffLockRow Create(
        ReadOnlySpan<char> passphrase, KeyPair keys, ReadOnlySpan<byte> secondFactor, Argon argon, Guid school, Guid person)
    {
        var salt = RandomNumberGenerator.GetBytes(Argon.SaltSize);
        using var stretched = new Stretched(passphrase, argon, salt);
        Span<byte> label = stackalloc byte[Owner.Size];
        Owner.Write(label, school, person);
        return new StaffLockRow(salt, argon, stretched.Verifier(),
            Aead.Seal(Header.StaffKey, keys.PrivateKey.Bytes, stretched.WrappingKey, label),
            Aead.Seal(Header.StaffSecondFactor, secondFactor, stretched.WrappingKey, label));
    }

    /// <summary>Opens a lock. Takes as long for a wrong passphrase as for the right one, all but microseconds.</summary>
    /// <returns>Null if the passphrase is wrong.</returns>
    /// <exception cref="SealBrokenException">The passphrase is right, but the row was changed or is another person's; or its shape is wrong.</exception>
    public static OpenedLock? TryOpen(ReadOnlySpan<char> passphrase, StaffLockRow row, Guid school, Guid person)
    {
        if (row.Salt.Length != Argon.SaltSize || row.Verifier.Length != Blake.Size || row.WrappedSecondFactor.Length < Aead.Overhead)
            throw new SealBrokenException("its length is wrong");
        using var stretched = new Stretched(passphrase, row.Argon, row.Salt);
        if (!CryptographicOperations.FixedTimeEquals(stretched.Verifier(), row.Verifier))
            return null;
        Span<byte> label = stackalloc byte[Owner.Size];
        Owner.Write(label, school, person);
        var secondFactor = GC.AllocateArray<byte>(row.WrappedSecondFactor.Length - Aead.Overhead, pinned: true);
        Aead.Open(Header.StaffSecondFactor, row.WrappedSecondFactor, secondFactor, stretched.WrappingKey, label);
        try
        {
            return new OpenedLock(Owner.OpenKeys(Header.StaffKey, row.WrappedPrivateKey, stretched.WrappingKey, label), secondFactor);
        }
        catch (SealBrokenException)
        {
            CryptographicOperations.ZeroMemory(secondFactor);
            throw;
        }
    }

    /// <summary>For an unknown login: takes as long as <see cref="TryOpen"/> would, so that the time does not tell who exists.</summary>
    public static void StretchForNobody(ReadOnlySpan<char> passphrase, Argon argon)
    {
        using var stretched = new Stretched(passphrase, argon, SaltForNobody);
        _ = stretched.Verifier();
    }

    /// <summary>The 64 bytes that a passphrase gives, in their two uses.</summary>
    private sealed class Stretched : IDisposable
    {
        private readonly byte[] _bytes = GC.AllocateArray<byte>(2 * SecretKey.Size, pinned: true);

        internal Stretched(ReadOnlySpan<char> typed, Argon argon, ReadOnlySpan<byte> salt)
        {
            using var passphrase = new Passphrase(typed);
            argon.Stretch(passphrase.Bytes, salt, _bytes);
        }

        internal ReadOnlySpan<byte> WrappingKey => _bytes.AsSpan(0, SecretKey.Size);

        internal byte[] Verifier()
        {
            var verifier = new byte[Blake.Size];
            Blake.Hash("Ishenim staff verifier 1"u8, _bytes.AsSpan(SecretKey.Size), verifier);
            return verifier;
        }

        public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
    }
}
