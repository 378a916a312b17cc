using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>A meeting as it is planned, as typed.</summary>
public sealed record NewMeeting
{
    /// <summary>Chosen by the form: sent twice, it is planned once.</summary>
    public required MeetingId Id { get; init; }

    public required DateOnly On { get; init; }

    public required TimeOnly At { get; init; }

    public required string Place { get; init; }

    /// <summary>A name and post a line; empty: nobody.</summary>
    public required string Guests { get; init; }

    /// <summary>Within hours, for an urgent letter.</summary>
    public required bool Extraordinary { get; init; }

    /// <summary>Minutes since midnight.</summary>
    internal int Minute => (At.Hour * 60) + At.Minute;
}

/// <summary>How a meeting began, as typed.</summary>
public sealed record MeetingBeginning
{
    /// <summary>The true day.</summary>
    public required DateOnly On { get; init; }

    public required TimeOnly At { get; init; }

    /// <summary>Every member; who is missing here was absent.</summary>
    public required IReadOnlyList<MemberPresence> Members { get; init; }

    /// <summary>Whom those present let lead, where neither chair nor deputy came; null otherwise.</summary>
    public required PersonId? Leads { get; init; }

    /// <summary>Who writes, where the secretary did not come or none is elected; null otherwise.</summary>
    public required PersonId? Writes { get; init; }

    /// <summary>The meeting's version as it was shown.</summary>
    public required int Version { get; init; }

    internal int Minute => (At.Hour * 60) + At.Minute;
}

/// <summary>Whether a member came. The reason is for who did not; empty where nothing is known.</summary>
public sealed record MemberPresence(PersonId Person, Presence Presence, string Reason);

/// <summary>A matter of its own for the agenda.</summary>
/// <param name="Id">Chosen by the form: sent twice, it is put there once.</param>
/// <param name="Kind"><see cref="AgendaKind.Other"/>, or an election.</param>
/// <param name="Title">At most <see cref="AgendaItem.TitleLength"/> characters; empty for an election.</param>
public sealed record NewAgendaItem(Guid Id, AgendaKind Kind, string Title);

/// <summary>What was heard and who spoke, as typed; of what is no letter.</summary>
/// <param name="Heard">At most <see cref="AgendaItem.TextLength"/> characters.</param>
/// <param name="Spoke">The same.</param>
/// <param name="Version">The item's version as it was shown.</param>
public sealed record ItemNotes(string Heard, string Spoke, int Version);

/// <summary>One round of voting, as it was counted in the room.</summary>
public sealed record NewBallot
{
    /// <summary>For a motion; ignored in an election, and where it is by name.</summary>
    public required int For { get; init; }

    /// <summary>In an election: against all candidates. Ignored where it is by name.</summary>
    public required int Against { get; init; }

    /// <summary>Ignored in an election, where all others abstained, and where it is by name.</summary>
    public required int Abstained { get; init; }

    /// <summary>Who stands, and their votes; empty for a motion. The votes are ignored where it is by name.</summary>
    public required IReadOnlyList<CandidateVotes> Candidates { get; init; }

    /// <summary>How each voted; empty where hands were counted.</summary>
    public required IReadOnlyList<NamedVote> ByName { get; init; }

    /// <summary>The item's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>What is decided, as typed.</summary>
public sealed record NewDecision
{
    /// <summary>Chosen by the form: sent twice, it is entered once.</summary>
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Null is refused.</summary>
    public required PersonId? Owner { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>How a decision ended, as typed.</summary>
/// <param name="State">Done or dropped.</param>
/// <param name="Evidence">What shows it, or why it was given up.</param>
/// <param name="Version">The decision's version as it was shown.</param>
public sealed record DecisionEnd(DecisionState State, string Evidence, int Version);
