namespace Ishenim.Sealing.Tests;

/// <summary>A disk that is full after so many writes, and takes its time to say so.</summary>
internal sealed class FullStream(int writes) : MemoryStream
{
    private int _writes;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (++_writes > writes)
            throw new IOException("No space left.");
        await base.WriteAsync(buffer, cancellationToken);
    }
}
