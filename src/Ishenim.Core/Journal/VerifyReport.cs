namespace Ishenim.Core.Journal;

/// <summary>What a walk through a school's books found.</summary>
public sealed record VerifyReport
{
    /// <summary>Lines of both books.</summary>
    public required long Lines { get; init; }

    public required long Letters { get; init; }

    public required long Files { get; init; }

    /// <summary>Forms that were issued: acts, corrections, hand-overs.</summary>
    public required long Forms { get; init; }

    /// <summary>The first thing that contradicts, such as "acts, line 17: …"; null where all agrees.</summary>
    public required string? Contradiction { get; init; }

    public bool Intact => Contradiction is null;
}

/// <summary>Two things in the data contradict each other; the message says which, without anything personal.</summary>
public sealed class ContradictionException(string message) : Exception(message);
