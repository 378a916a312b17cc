using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ishenim.Sealing;

/// <summary>
/// One chunk before sealing: how many of its bytes are content (4 bytes, big-endian), the content, zeros. So the padding's
/// beginning is told where it begins, and a reader that streams releases none of it.
/// </summary>
internal sealed class FileChunk : IDisposable
{
    internal const int CountSize = 4;
    internal const int MostSealed = CountSize + FileEnvelope.ChunkSize + SecretStream.Overhead;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(CountSize + FileEnvelope.ChunkSize);

    internal Memory<byte> Content => _buffer.AsMemory(CountSize, FileEnvelope.ChunkSize);

    /// <summary>Counts the content, which lies in the buffer already, and fills up to <paramref name="size"/> with zeros.</summary>
    internal ReadOnlySpan<byte> Finish(int count, int size)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer, count);
        _buffer.AsSpan(CountSize + count, size - count).Clear();
        return _buffer.AsSpan(0, CountSize + size);
    }

    internal Span<byte> Raw(int size) => _buffer.AsSpan(0, CountSize + size);

    /// <summary>The content's length in a chunk of <paramref name="size"/> bytes just opened.</summary>
    internal int Count(int size)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(_buffer);
        if (count < 0 || count > size || _buffer.AsSpan(CountSize + count, size - count).ContainsAnyExcept((byte)0))
            throw new SealBrokenException("its padding is wrong");
        return count;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_buffer);
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
