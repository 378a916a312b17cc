namespace Ishenim.Core.Attachments.Cleaning;

/// <summary>
/// Walks one photo of a known format. Whatever is not as the format wants ends the walk with
/// <see cref="Finished"/> still false, and nothing of the broken place taken if it can be helped: the
/// caller passes the rest on unchanged. So a forgotten case is never called clean.
/// </summary>
internal abstract class PhotoCleaner(SourceWindow window)
{
    /// <summary>Whether the photo's proper end was reached; what follows it is no part of the photo.</summary>
    public bool Finished { get; protected set; }

    /// <summary>How much of <see cref="PassAsync"/>'s last run the source did not have, in bytes.</summary>
    protected long Missing { get; private set; }

    protected SourceWindow Window { get; } = window;

    /// <summary>The pieces of the cleaned photo, each valid until the next one is asked for.</summary>
    public abstract IAsyncEnumerable<ReadOnlyMemory<byte>> CleanAsync();

    /// <summary>The next <paramref name="count"/> bytes, in pieces; fewer if the source ends.</summary>
    protected async IAsyncEnumerable<Memory<byte>> PassAsync(long count)
    {
        for (Missing = count; Missing > 0 && await Window.HasAsync(1);)
        {
            var piece = Window.TakeUpTo(Missing);
            Missing -= piece.Length;
            yield return piece;
        }
    }
}
