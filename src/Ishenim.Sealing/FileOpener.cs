using System.Buffers;

namespace Ishenim.Sealing;

/// <summary>Reads one sealed file.</summary>
internal sealed class FileOpener : IDisposable
{
    private const int LeastSealed = FileChunk.CountSize + SecretStream.Overhead;

    private readonly Stream _in;
    private readonly SecretKey _key;
    private readonly byte[] _associated = new byte[Header.Size + PartLabel.Size];
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(FileChunk.MostSealed);
    private readonly FileChunk _chunk = new();
    private Task<int> _reading = Task.FromResult(0);
    private SecretStream? _stream;
    private long _length;
    private long _padded;
    private bool _contentEnded;

    internal FileOpener(Stream sealedIn, SecretKey key, PartLabel label)
    {
        _in = sealedIn;
        _key = key;
        Header.File.CopyTo(_associated);
        label.Write(_associated.AsSpan(Header.Size));
    }

    internal async Task<long> OpenAsync(Stream plainOut, CancellationToken cancellation)
    {
        var start = _sealed.AsMemory(0, Header.Size + SecretStream.HeaderSize);
        var read = await ReadAsync(start, cancellation);
        Header.Require(start.Span[..read], Header.File);
        if (read < start.Length)
            throw new SealBrokenException("it was cut");
        _stream = SecretStream.Pull(start.Span[Header.Size..], _key);
        _reading = ReadAsync(_sealed.AsMemory(0, FileChunk.MostSealed), cancellation);
        try
        {
            while (await WriteNextAsync(plainOut, cancellation))
            {
                // The next one.
            }
        }
        finally
        {
            // Its buffer goes back to the pool: whatever happened, no read into it must be under way.
            await ((Task)_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return _length;
    }

    /// <summary>Writes a chunk while the next one is already being read.</summary>
    /// <returns>False: it was the last.</returns>
    private async Task<bool> WriteNextAsync(Stream plainOut, CancellationToken cancellation)
    {
        var count = OpenChunk(await _reading, out var last);
        _reading = ReadAsync(_sealed.AsMemory(0, last ? 1 : FileChunk.MostSealed), cancellation);
        if (last && await _reading > 0)
            throw new SealBrokenException("there are bytes after its end");
        await plainOut.WriteAsync(_chunk.Content[..count], cancellation);
        return !last;
    }

    /// <summary>Opens the chunk in the buffer and checks that it stands where it may.</summary>
    /// <returns>How many bytes of content it holds.</returns>
    private int OpenChunk(int read, out bool last)
    {
        if (read < LeastSealed)
            throw new SealBrokenException("it was cut");
        var size = read - LeastSealed;
        var tag = _stream!.Open(_sealed.AsSpan(0, read), _chunk.Raw(size), _associated);
        last = tag == SecretStream.FinalTag;
        if (!last && (tag != SecretStream.MessageTag || size < FileEnvelope.ChunkSize))
            throw new SealBrokenException("its chunks are out of shape");
        var count = _chunk.Count(size);
        if (_contentEnded && count > 0)
            throw new SealBrokenException("its padding is wrong");
        _contentEnded |= count < size;
        _length += count;
        _padded += size;
        if (last && _padded != Padme.Length(_length))
            throw new SealBrokenException("its padding is wrong");
        return count;
    }

    private async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) =>
        await _in.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);

    public void Dispose()
    {
        _stream?.Dispose();
        _chunk.Dispose();
        ArrayPool<byte>.Shared.Return(_sealed);
    }
}
