namespace Ishenim.Pages.Public.Forms;

/// <summary>A file is longer than the school allows.</summary>
internal sealed class FileTooBigException() : Exception("A file is too big.");

/// <summary>A file of a form: reading stops when it grows too long.</summary>
internal sealed class FileBody(Stream inner, long most) : Stream
{
    private readonly byte[] _first = new byte[1];
    private int _held;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether there is anything to read; nothing is lost by looking.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        _held = await inner.ReadAsync(_first, cancellation);
        return _held > 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0)
            return 0;
        var read = _held;
        if (read > 0)
            buffer.Span[0] = _first[0];
        else
            read = await inner.ReadAsync(buffer, cancellationToken);
        _held = 0;
        _read += read;
        return _read > most ? throw new FileTooBigException() : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
