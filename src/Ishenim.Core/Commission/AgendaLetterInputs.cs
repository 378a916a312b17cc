using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>A letter for an agenda, as typed.</summary>
public sealed record NewAgendaLetter
{
    /// <summary>The item's, chosen by the form: sent twice, it is put there once.</summary>
    public required Guid Id { get; init; }

    public required MeetingId Meeting { get; init; }

    /// <summary>What is asked of the commission.</summary>
    public required string Ask { get; init; }

    /// <summary>The redacted copy instead of the letter's text and files.</summary>
    public required bool Redacted { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>To which agendas a letter could go, as its reader sees it, and who would have it.</summary>
public sealed record AgendaOffer
{
    public required AppealFacts Facts { get; init; }

    /// <summary>The letter's version as it is shown.</summary>
    public required int Version { get; init; }

    public required bool Restricted { get; init; }

    /// <summary>Planned or going on, the next one first; empty where no commission is convened.</summary>
    public required IReadOnlyList<Meeting> Meetings { get; init; }

    /// <summary>Members who would have it.</summary>
    public required IReadOnlyList<PersonId> Given { get; init; }

    /// <summary>Members who read it anyhow.</summary>
    public required IReadOnlyList<PersonId> Reading { get; init; }

    /// <summary>Members who never may: the letter is about them, or they stepped back (X2). For its readers alone.</summary>
    public required IReadOnlyList<PersonId> Kept { get; init; }

    /// <summary>Members to whom nothing can be sealed yet.</summary>
    public required IReadOnlyList<PersonId> WithoutKey { get; init; }

    /// <summary>When the redacted copy that this reader could give was made; null: there is none.</summary>
    public required DateOnly? RedactedOn { get; init; }

    /// <summary>The item of an agenda on which it stands, of a meeting that is not over; null: of none.</summary>
    public required Guid? Standing { get; init; }

    /// <summary>Who could have it by that and has it not: their key was confirmed since, or they became members.</summary>
    public required IReadOnlyList<PersonId> Missing { get; init; }
}
