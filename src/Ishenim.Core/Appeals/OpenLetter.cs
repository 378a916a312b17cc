using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Joining;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Core.Appeals.Recusal;
using Ishenim.Core.Attachments;
using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals;

/// <summary>A letter as one reader may see it, opened for one request.</summary>
public sealed record OpenLetter
{
    public required AppealId Id { get; init; }

    /// <summary>What a form sends back, so that a change by somebody else is noticed.</summary>
    public required int Version { get; init; }

    public required bool Restricted { get; init; }

    public required AppealFacts Facts { get; init; }

    /// <summary>Deadlines that it had once and that stand sealed with it; those of the journal are beside the history.</summary>
    public required IReadOnlyList<FormerDeadline> FormerDeadlines { get; init; }

    public required IReadOnlyList<About> About { get; init; }

    /// <summary>The language of the page on which it was written.</summary>
    public required string Language { get; init; }

    /// <summary>The letter, the talk after it, and the notes, in their order.</summary>
    public required IReadOnlyList<OpenPart> Parts { get; init; }

    /// <summary>This person's unsent answer; null for none.</summary>
    public required OpenDraft? Draft { get; init; }

    /// <summary>Whether somebody signed it and this person holds the key of the name.</summary>
    public required bool IdentityHeld { get; init; }

    /// <summary>Why names were shown, by the commitment that stands in the journal.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>What was done about it, in the order in which it was written down.</summary>
    public required IReadOnlyList<OpenRecord<Measure>> Measures { get; init; }

    /// <summary>Steps of which the writer was told why, the oldest first.</summary>
    public required IReadOnlyList<OpenRecord<Step>> Steps { get; init; }

    /// <summary>The last day on which the term stands or stood still since the writer was asked; null: it does not.</summary>
    public required DateOnly? PausedUntil { get; init; }

    /// <summary>How consideration ended, each time it did; the newest last.</summary>
    public required IReadOnlyList<OpenRecord<ClosingRecord>> Closings { get; init; }

    /// <summary>To whom it was forwarded for consideration, the oldest first.</summary>
    public required IReadOnlyList<OpenAssignment> Assignments { get; init; }

    /// <summary>Its text with the names blacked out, as executors see it; null: there is none that this person can open.</summary>
    public required OpenRecord<string>? Redacted { get; init; }

    /// <summary>To which bodies outside it was passed on, the oldest first.</summary>
    public required IReadOnlyList<OpenPassedOn> PassedOn { get; init; }

    /// <summary>Each time it was said later whom it is about, the oldest first.</summary>
    public required IReadOnlyList<OpenRecord<WidenedAbout>> Widenings { get; init; }

    /// <summary>Letters on the same matter that this person reads, too.</summary>
    public required IReadOnlyList<JoinedLetter> Joined { get; init; }

    public required IReadOnlyList<PersonId> Readers { get; init; }

    /// <summary>Who of the readers has it by the writer's word, without notes and records.</summary>
    public required IReadOnlyList<PersonId> WithoutDesk { get; init; }

    /// <summary>Whether its writer said that the answer did not help, and it waits to be considered again.</summary>
    public required bool NotHelped { get; init; }

    /// <summary>Whether the writer comes back with a code.</summary>
    public required bool HasCode { get; init; }

    /// <summary>Whether this person keeps scans of the letter.</summary>
    public required bool KeepsOriginal { get; init; }

    /// <summary>Who could be given it; empty while two or more read it, or where the rule names nobody else.</summary>
    public required IReadOnlyList<PersonId> CouldRead { get; init; }
}

/// <summary>A text of a letter, opened.</summary>
/// <param name="Sequence">Its place in the letter.</param>
/// <param name="Kind">A text, or an internal note.</param>
/// <param name="Side">Who wrote it.</param>
/// <param name="Author">Which of the staff; null for the writer.</param>
/// <param name="Day">When, to the day.</param>
/// <param name="Text">As it was written.</param>
/// <param name="IsNew">This reader sees it for the first time.</param>
/// <param name="Files">What came with it.</param>
public sealed record OpenPart(
    int Sequence, PartKind Kind, AuthorSide Side, PersonId? Author, DateOnly Day, string Text, bool IsNew, IReadOnlyList<OpenFile> Files);

/// <summary>A record of a letter's official life, opened.</summary>
public sealed record OpenRecord<T>(DateOnly Day, PersonId? Author, T Value);

/// <summary>A file's name and length, opened; its content is not.</summary>
public sealed record OpenFile(Guid Id, AttachmentFacts Facts);

public sealed record OpenDraft(string Text, int Version);
