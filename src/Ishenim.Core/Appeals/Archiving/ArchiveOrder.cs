namespace Ishenim.Core.Appeals.Archiving;

/// <summary>What is handed over to the archive, and why.</summary>
public sealed record ArchiveOrder
{
    /// <summary>Fewer characters are no reason.</summary>
    public const int LeastReason = 10;

    public const int ReasonLength = 500;

    /// <summary>The year of the numbers.</summary>
    public required int Year { get; init; }

    public required string Reason { get; init; }

    /// <summary>Also who signed, where this person holds the name.</summary>
    public required bool Names { get; init; }
}

/// <summary>A handover that has begun: it stands in the journal.</summary>
public sealed class ArchiveWork
{
    internal ArchiveWork(ArchiveOrder order, IReadOnlyList<AppealId> letters, Reason reason) => (Order, Letters, Reason) = (order, letters, reason);

    public ArchiveOrder Order { get; }

    /// <summary>Those that can be taken, in the order of their numbers.</summary>
    public IReadOnlyList<AppealId> Letters { get; }

    internal Reason Reason { get; }
}

/// <summary>A letter for the archive, opened.</summary>
/// <param name="Letter">All of it but the name.</param>
/// <param name="Names">Who signed, where it was asked for and the person may see it.</param>
public sealed record ArchivedLetter(OpenLetter Letter, IReadOnlyList<Identity> Names);
