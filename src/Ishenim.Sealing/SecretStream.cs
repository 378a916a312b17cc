using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// libsodium's secretstream (XChaCha20-Poly1305): a chain of messages in which none can be changed, dropped, repeated
/// or moved unnoticed, and whose last one is tagged.
/// </summary>
internal sealed class SecretStream : IDisposable
{
    internal const int StateSize = 52;
    internal const int HeaderSize = 24;

    /// <summary>How much longer a sealed message is than its content, in bytes.</summary>
    internal const int Overhead = 17;

    internal const byte MessageTag = 0;
    internal const byte FinalTag = 3;

    private readonly byte[] _state = GC.AllocateArray<byte>(StateSize, pinned: true);

    private SecretStream()
    {
    }

    internal static SecretStream Push(Span<byte> header, SecretKey key)
    {
        Sizes.Require(header, HeaderSize, nameof(header));
        Sodium.Start();
        var stream = new SecretStream();
        _ = NativeSodium.crypto_secretstream_xchacha20poly1305_init_push(stream._state, header, key.Bytes);
        return stream;
    }

    internal static SecretStream Pull(ReadOnlySpan<byte> header, SecretKey key)
    {
        Sizes.Require(header, HeaderSize, nameof(header));
        Sodium.Start();
        var stream = new SecretStream();
        if (NativeSodium.crypto_secretstream_xchacha20poly1305_init_pull(stream._state, header, key.Bytes) == 0)
            return stream;
        stream.Dispose();
        throw new SealBrokenException("its stream header is wrong");
    }

    /// <summary>Seals one message into exactly <see cref="Overhead"/> bytes more than it is long.</summary>
    internal void Seal(ReadOnlySpan<byte> message, Span<byte> sealedMessage, ReadOnlySpan<byte> associated, byte tag)
    {
        Sizes.Require(sealedMessage, message.Length + Overhead, nameof(sealedMessage));
        _ = NativeSodium.crypto_secretstream_xchacha20poly1305_push(_state, sealedMessage, out _,
            message, (ulong)message.Length, associated, (ulong)associated.Length, tag);
    }

    /// <summary>Opens the next message; the buffer is zeroed if that fails.</summary>
    /// <returns>The message's tag.</returns>
    /// <exception cref="SealBrokenException">It is not the next message of this stream, or was changed.</exception>
    internal byte Open(ReadOnlySpan<byte> sealedMessage, Span<byte> message, ReadOnlySpan<byte> associated)
    {
        Sizes.Require(sealedMessage, message.Length + Overhead, nameof(sealedMessage));
        if (NativeSodium.crypto_secretstream_xchacha20poly1305_pull(_state, message, out _, out var tag,
            sealedMessage, (ulong)sealedMessage.Length, associated, (ulong)associated.Length) == 0)
            return tag;
        CryptographicOperations.ZeroMemory(message);
        throw new SealBrokenException("it was changed, cut, or belongs elsewhere");
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_state);
}
