using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>How a member voted. The numbers are stored.</summary>
public enum Voice
{
    For = 1,
    Against = 2,
    Abstained = 3,
}

/// <summary>
/// One round of voting on an item, as it was counted. A motion has three counts; an election has a count for each
/// candidate, and the rest of those who took part abstained.
/// </summary>
public sealed record Ballot
{
    /// <summary>Who could vote in it: took part in the meeting and in the item.</summary>
    public required int Voters { get; init; }

    public required int For { get; init; }

    public required int Against { get; init; }

    public required int Abstained { get; init; }

    /// <summary>Candidates and their votes; empty for a motion.</summary>
    public required IReadOnlyList<CandidateVotes> Candidates { get; init; }

    /// <summary>By name: how each voted; empty where hands were counted.</summary>
    public required IReadOnlyList<NamedVote> ByName { get; init; }

    public int Cast => For + Against + Abstained + Candidates.Sum(one => one.Votes);
}

/// <summary>Votes for one who stands for election.</summary>
public sealed record CandidateVotes(PersonId Person, int Votes);

/// <summary>How one member voted: on a motion, or for a candidate (then <see cref="Voice.For"/>); abstained has neither.</summary>
public sealed record NamedVote(PersonId Member, Voice Voice, PersonId? Candidate);
