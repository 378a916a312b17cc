using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A file of a thread.</summary>
public sealed record ThreadFile(Guid Id, AttachmentFacts Facts);

/// <summary>A text of a thread: the letter itself or a message after it, of either side.</summary>
public sealed record ThreadMessage(int Sequence, AuthorSide Side, DateOnly Day, string Text, IReadOnlyList<ThreadFile> Files);

/// <summary>
/// A letter as its writer sees it after typing the code: opened for one request, its keys wiped when disposed.
/// </summary>
public sealed class OpenThread : IDisposable
{
    private readonly WriterKeys _writer;

    internal OpenThread(WriterKeys writer, Appeal appeal, AppealKeys keys)
    {
        _writer = writer;
        (Appeal, Epoch, Keys) = (appeal.Id, appeal.Epoch, keys);
        Facts = appeal.Facts ?? keys.OpenFacts(appeal).Restricted
            ?? throw new InvalidOperationException("A letter has no official side.");
    }

    public AppealId Appeal { get; }

    /// <summary>State and due day for the writer; for a restricted letter they were sealed.</summary>
    public AppealFacts Facts { get; }

    /// <summary>Whether somebody of the school has opened the letter.</summary>
    public bool IsRead { get; internal init; }

    /// <summary>Oldest first; the first is the letter.</summary>
    public IReadOnlyList<ThreadMessage> Messages { get; internal set; } = [];

    /// <summary>What the school told of its official life, the oldest first.</summary>
    public IReadOnlyList<OpenRecord<Step>> Steps { get; internal set; } = [];

    /// <summary>Each time its writer said that the answer did not help, and why, where they said why.</summary>
    public IReadOnlyList<OpenRecord<string>> NotHelped { get; internal set; } = [];

    /// <summary>Whether its writer may say so of the newest answer.</summary>
    public bool MaySayNotHelped { get; internal set; }

    /// <summary>That it did not help was said of the newest answer.</summary>
    public bool SaidNotHelped { get; internal set; }

    internal int Epoch { get; private set; }

    internal AppealKeys Keys { get; private set; }

    internal KeyPair Pair => _writer.Keys;

    /// <summary>What a new message's files are sealed with.</summary>
    internal FileSeal ReplySeal(SchoolId school) =>
        new(school, Appeal.Value, KeyClass.Reply, Epoch, AuthorSide.Writer, Keys[KeyClass.Reply, Epoch]);

    /// <summary>Takes the keys of a later epoch: somebody lost access since the thread was opened.</summary>
    internal void MoveTo(int epoch, AppealKeys keys)
    {
        Keys.Dispose();
        (Epoch, Keys) = (epoch, keys);
    }

    public void Dispose()
    {
        Keys.Dispose();
        _writer.Dispose();
    }
}
