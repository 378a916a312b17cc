namespace Ishenim.Core.Commission;

/// <summary>
/// All that the protocol of a meeting says, as it was when it was signed: names, posts and words of then. Of letters it
/// holds no word of what was said, but a <see cref="FrozenMinutes"/>; restricted letters stand not in it at all (docs/adr/0028).
/// </summary>
public sealed record FrozenProtocol
{
    /// <summary>The official language of the school then: ky or ru.</summary>
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    /// <summary>In the school year, in the order in which meetings were held.</summary>
    public required int Number { get; init; }

    /// <summary>As <c>2026–2027</c>.</summary>
    public required string SchoolYear { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required TimeOnly Began { get; init; }

    public required TimeOnly? Ended { get; init; }

    public required string Place { get; init; }

    public required bool Extraordinary { get; init; }

    /// <summary>The day on which it was entered, where that was later than the meeting; null: in time.</summary>
    public required DateOnly? EnteredLateOn { get; init; }

    public required FrozenSignatory Chair { get; init; }

    public required FrozenSignatory Secretary { get; init; }

    public required IReadOnlyList<FrozenMember> Present { get; init; }

    public required IReadOnlyList<FrozenAbsence> Absent { get; init; }

    /// <summary>A name and post a line.</summary>
    public required IReadOnlyList<string> Guests { get; init; }

    public required bool Quorum { get; init; }

    /// <summary>The common ones, in their order, counted from 1 without the restricted ones.</summary>
    public required IReadOnlyList<FrozenAgendaItem> Items { get; init; }

    /// <summary>Corrections that were proposed and taken.</summary>
    public required IReadOnlyList<FrozenNote> Notes { get; init; }

    public int Total => Present.Count + Absent.Count;
}

/// <summary>Who leads or writes, and the word for them.</summary>
public sealed record FrozenSignatory(string Name, string Post, bool Woman);

public sealed record FrozenMember(string Name, string Post, MemberGroup Group, bool Remote);

/// <summary>A member who did not come; the reason is empty where nothing is known.</summary>
public sealed record FrozenAbsence(string Name, MemberGroup Group, string Reason);

/// <summary>A correction that was taken.</summary>
public sealed record FrozenNote(string Name, DateOnly Day, string Text);

/// <summary>An item of the agenda and what came of it.</summary>
public sealed record FrozenAgendaItem
{
    /// <summary>The item's row, by which what is sealed is found.</summary>
    public required Guid Id { get; init; }

    public required AgendaKind Kind { get; init; }

    /// <summary>In own words; empty otherwise.</summary>
    public required string Title { get; init; }

    /// <summary>The letter's number in the register; null for what is no letter, and for a restricted one.</summary>
    public required string? Letter { get; init; }

    /// <summary>Null for a letter.</summary>
    public required string? Heard { get; init; }

    /// <summary>Null for a letter.</summary>
    public required string? Spoke { get; init; }

    /// <summary>What binds what was said of a letter; null where nothing was written, and for what is no letter.</summary>
    public required FrozenMinutes? Minutes { get; init; }

    public required IReadOnlyList<string> Recused { get; init; }

    public required IReadOnlyList<FrozenBallot> Ballots { get; init; }

    public required FrozenElected? Elected { get; init; }

    public required IReadOnlyList<FrozenDecision> Decisions { get; init; }
}

/// <summary>How it was voted. A vote for a candidate names the candidate.</summary>
public sealed record FrozenBallot(int For, int Against, int Abstained, IReadOnlyList<FrozenCandidate> Candidates, IReadOnlyList<FrozenVote> ByName);

public sealed record FrozenCandidate(string Name, int Votes);

public sealed record FrozenVote(string Member, Voice Voice, string? Candidate);

public sealed record FrozenElected(string Name, bool Woman);

public sealed record FrozenDecision(string Text, string Owner, DateOnly DueOn);
