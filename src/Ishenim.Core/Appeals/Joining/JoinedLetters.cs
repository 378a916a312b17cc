using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Joining;

/// <summary>Another letter on the same matter, for one who reads both.</summary>
public sealed record JoinedLetter
{
    public required AppealId Id { get; init; }

    public required AppealFacts Facts { get; init; }

    /// <summary>Its content was destroyed; the register's line is what is left.</summary>
    public required bool Destroyed { get; init; }

    /// <summary>Whether everybody who sees the register sees that it is there.</summary>
    public required bool InRegister { get; init; }

    /// <summary>When they were joined.</summary>
    public required DateOnly Day { get; init; }

    public required PersonId? By { get; init; }

    /// <summary>Whether a matter can be considered under its number: the register says "joined to another" of the letters that went there.</summary>
    public bool Carries => InRegister && Facts is { State: not AppealState.Cancelled, Outcome: not Outcome.JoinedToAnother };
}

/// <summary>A letter and those that it is joined with, without a word of any.</summary>
/// <param name="Number">The letter's.</param>
/// <param name="Cancelled">It is no letter: it cannot be joined.</param>
/// <param name="Now">Those that it is joined with now, in the order in which they were joined.</param>
/// <param name="Past">Each joining and parting, the oldest first.</param>
public sealed record JoinedLetters(string Number, bool Cancelled, IReadOnlyList<JoinedLetter> Now, IReadOnlyList<PastJoining> Past);

/// <summary>That two letters were joined or parted.</summary>
public sealed record PastJoining(DateOnly Day, PersonId? By, bool Joined, string Number);
