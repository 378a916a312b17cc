using System.Security.Cryptography;

namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// The part of a source that is looked at now. What is taken stays valid until the next
/// <see cref="HasAsync"/>.
/// </summary>
internal sealed class SourceWindow(Stream source)
{
    /// <summary>Bytes; room for the longest JPEG segment (65,537), yet small enough for the ordinary heap.</summary>
    public const int Size = 80 * 1024;

    private readonly byte[] buffer = new byte[Size];
    private int start;
    private int end;

    /// <summary>Cancels the read of the source that is under way.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>What was read from the source and not yet taken.</summary>
    public Memory<byte> Unread => buffer.AsMemory(start, end - start);

    /// <summary>Whether the source has at least <paramref name="count"/> more bytes; they are then unread.</summary>
    public ValueTask<bool> HasAsync(int count) => end - start >= count ? new(true) : FillAsync(count);

    public Memory<byte> Take(int count)
    {
        var taken = Unread[..count];
        start += count;
        return taken;
    }

    /// <summary>Takes as much as is unread, at most <paramref name="limit"/> bytes.</summary>
    public Memory<byte> TakeUpTo(long limit) => Take((int)Math.Min(limit, end - start));

    public void Wipe() => CryptographicOperations.ZeroMemory(buffer);

    private async ValueTask<bool> FillAsync(int count)
    {
        Unread.CopyTo(buffer);
        (start, end) = (0, end - start);
        while (end < count)
        {
            var read = await source.ReadAsync(buffer.AsMemory(end), Cancellation);
            if (read == 0)
                return false;
            end += read;
        }
        return true;
    }
}
