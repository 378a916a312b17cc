using Ishenim.Core.Journal;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals;

/// <summary>What the desk says a letter is: the child need not know.</summary>
public sealed record Classification
{
    public required Kind Kind { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>Takes letters up, and says what they are. Each returns false where there is no such letter for the person.</summary>
public sealed class AppealConsidering(AppealDesk desk)
{
    /// <exception cref="ChangedMeanwhile">Somebody else was quicker.</exception>
    public Task<bool> TakeUpAsync(Actor actor, AppealId id, int version) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(version);
        if (held.Facts.State != AppealState.Registered)
            throw new ChangedMeanwhile();
        held.Change(held.Facts with { State = AppealState.UnderConsideration });
        await held.JournalAsync(JournalVerb.LetterTakenUp);
    });

    /// <exception cref="ChangedMeanwhile">Somebody else changed it.</exception>
    public Task<bool> ClassifyAsync(Actor actor, AppealId id, Classification classification) => desk.WithAsync(actor, id, async held =>
    {
        held.RequireOpen();
        held.Require(classification.Version);
        held.Change(held.Facts with { Kind = classification.Kind, Subject = classification.Subject });
        // What it was set to stands with the letter: a line about a restricted one must not tell it.
        await held.JournalAsync(JournalVerb.LetterClassified);
    });
}
