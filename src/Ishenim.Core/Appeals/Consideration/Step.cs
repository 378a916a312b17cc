namespace Ishenim.Core.Appeals.Consideration;

/// <summary>A step in a letter's official life, sealed so that its writer can open it; each side reads it in its own language.</summary>
public sealed record Step
{
    public const int ReasonLength = 500;

    /// <summary>Fewer characters are no reason that a writer could understand.</summary>
    public const int LeastReason = 10;

    public required StepKind Kind { get; init; }

    /// <summary>Why, in the school's words; empty where the step says it itself.</summary>
    public required string Reason { get; init; }

    /// <summary>What consideration found, where the writer may know it; null for other steps.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>On which ground it was left without consideration; null for other outcomes and steps.</summary>
    public LawGround? Without { get; init; }

    /// <summary>The new last day for the answer; null where the step has none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>For how many working days the term stands still at most; null for other steps.</summary>
    public int? Days { get; init; }

    /// <summary>Where it was passed on to; null for other steps.</summary>
    public string? Body { get; init; }

    /// <summary>Why it is no letter; null for other steps.</summary>
    public CancelGround? Ground { get; init; }
}
