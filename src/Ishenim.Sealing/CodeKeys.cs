using System.Security.Cryptography;
using System.Text;

namespace Ishenim.Sealing;

/// <summary>What a receipt code gives: by what the writer's appeal is found, and what opens it.</summary>
public sealed class WriterKeys : IDisposable
{
    internal WriterKeys(byte[] lookup, KeyPair keys)
    {
        Lookup = lookup;
        Keys = keys;
    }

    /// <summary>32 bytes to find the appeal by; they tell nothing of the code or the keys.</summary>
    public byte[] Lookup { get; }

    /// <summary>The writer's key pair, to whose public key the letter's and reply's keys are granted.</summary>
    public KeyPair Keys { get; }

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => Keys.Dispose();
}

/// <summary>
/// From a receipt code to keys: Argon2id with the school's salt makes 64 bytes; a hash of the first half is the lookup, the
/// second half is the key pair's seed. Byte by byte in docs/envelopes.md.
/// </summary>
public static class CodeKeys
{
    /// <summary>Derives the keys; takes the time and memory that <paramref name="argon"/> says.</summary>
    /// <exception cref="ArgumentException">The salt is not 16 bytes.</exception>
    public static WriterKeys Derive(ReceiptCode code, ReadOnlySpan<byte> schoolSalt16, Argon argon)
    {
        Span<byte> digits = stackalloc byte[ReceiptCode.Length];
        Encoding.ASCII.GetBytes(code.Digits, digits);
        var stretched = GC.AllocateArray<byte>(2 * SecretKey.Size, pinned: true);
        try
        {
            argon.Stretch(digits, schoolSalt16, stretched);
            var lookup = new byte[Blake.Size];
            Blake.Hash("Ishenim code lookup 1"u8, stretched.AsSpan(0, SecretKey.Size), lookup);
            return new WriterKeys(lookup, KeyPair.FromSeed(stretched.AsSpan(SecretKey.Size)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(stretched);
            CryptographicOperations.ZeroMemory(digits);
        }
    }
}
