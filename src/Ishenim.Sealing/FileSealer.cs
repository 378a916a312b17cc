using System.Buffers;

namespace Ishenim.Sealing;

/// <summary>Writes one sealed file.</summary>
internal sealed class FileSealer : IDisposable
{
    private readonly Stream _out;
    private readonly SecretStream _stream;
    private readonly byte[] _associated = new byte[Header.Size + PartLabel.Size];
    private readonly byte[] _start = new byte[Header.Size + SecretStream.HeaderSize];
    private byte[] _sealed = ArrayPool<byte>.Shared.Rent(FileChunk.MostSealed);
    private byte[] _written = ArrayPool<byte>.Shared.Rent(FileChunk.MostSealed);
    private Task _writing = Task.CompletedTask;
    private FileChunk _current = new();
    private FileChunk _next = new();

    internal FileSealer(Stream sealedOut, SecretKey key, PartLabel label)
    {
        _out = sealedOut;
        Header.File.CopyTo(_associated);
        label.Write(_associated.AsSpan(Header.Size));
        Header.File.CopyTo(_start);
        _stream = SecretStream.Push(_start.AsSpan(Header.Size), key);
    }

    internal async Task<long> SealAsync(Stream plain, CancellationToken cancellation)
    {
        try
        {
            var length = await SealAllAsync(plain, cancellation);
            await _writing;
            return length;
        }
        finally
        {
            // Its buffer goes back to the pool: whatever happened, the last write must not be under way.
            await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<long> SealAllAsync(Stream plain, CancellationToken cancellation)
    {
        await _out.WriteAsync(_start, cancellation);
        long length = 0;
        var count = await ReadAsync(plain, _current, cancellation);
        while (true)
        {
            length += count;
            // Whether this chunk is the last of the content shows only when there is no next one.
            var following = count == FileEnvelope.ChunkSize ? await ReadAsync(plain, _next, cancellation) : 0;
            if (following == 0)
                break;
            await WriteAsync(count, FileEnvelope.ChunkSize, SecretStream.MessageTag, cancellation);
            (_current, _next) = (_next, _current);
            count = following;
        }
        await WriteEndAsync(count, Padme.Length(length) - (length - count), cancellation);
        return length;
    }

    /// <summary>Writes the last content and the padding behind it: <paramref name="left"/> bytes together.</summary>
    private async Task WriteEndAsync(int count, long left, CancellationToken cancellation)
    {
        do
        {
            var size = (int)Math.Min(left, FileEnvelope.ChunkSize);
            left -= size;
            await WriteAsync(count, size, left == 0 ? SecretStream.FinalTag : SecretStream.MessageTag, cancellation);
            count = 0;
        }
        while (left > 0);
    }

    /// <summary>Seals the next chunk while the one before is still being written.</summary>
    private async Task WriteAsync(int count, int size, byte tag, CancellationToken cancellation)
    {
        var sealedChunk = _sealed.AsMemory(0, FileChunk.CountSize + size + SecretStream.Overhead);
        _stream.Seal(_current.Finish(count, size), sealedChunk.Span, _associated, tag);
        await _writing;
        (_sealed, _written) = (_written, _sealed);
        _writing = _out.WriteAsync(sealedChunk, cancellation).AsTask();
    }

    private static async Task<int> ReadAsync(Stream plain, FileChunk chunk, CancellationToken cancellation) =>
        await plain.ReadAtLeastAsync(chunk.Content, FileEnvelope.ChunkSize, throwOnEndOfStream: false, cancellation);

    public void Dispose()
    {
        _stream.Dispose();
        _current.Dispose();
        _next.Dispose();
        ArrayPool<byte>.Shared.Return(_sealed);
        ArrayPool<byte>.Shared.Return(_written);
    }
}
