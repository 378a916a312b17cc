using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// 32 secret bytes. They lie pinned, so that the garbage collector leaves no copies behind, and are wiped by
/// <see cref="Dispose"/>. Not safe for use by one thread while another disposes of it.
/// </summary>
public sealed class SecretKey : IDisposable
{
    /// <summary>Length of every key here, in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);
    private bool _disposed;

    private SecretKey()
    {
    }

    /// <summary>The 32 bytes themselves; do not copy them to where nobody wipes them.</summary>
    /// <exception cref="ObjectDisposedException">The key is already wiped.</exception>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    /// <summary>A new key from the operating system's random source.</summary>
    public static SecretKey Generate()
    {
        var key = new SecretKey();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    /// <summary>A copy of 32 bytes; the caller wipes its own.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static SecretKey From(ReadOnlySpan<byte> bytes)
    {
        Sizes.Require(bytes, Size, nameof(bytes));
        var key = new SecretKey();
        bytes.CopyTo(key._bytes);
        return key;
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    /// <summary>A key of zeros whose bytes a native function then writes in place, so that they are never anywhere else.</summary>
    internal static SecretKey Blank(out Span<byte> bytes)
    {
        var key = new SecretKey();
        bytes = key._bytes;
        return key;
    }
}
