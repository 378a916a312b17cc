namespace Ishenim.Documents.Forms;

/// <summary>What the protocol of a meeting of the commission holds.</summary>
public sealed record ProtocolPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>Of the school year.</summary>
    public required int Number { get; init; }

    /// <summary>As <c>2026–2027</c>.</summary>
    public required string SchoolYear { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Began { get; init; }

    public required TimeOnly? Ended { get; init; }

    public required string Place { get; init; }

    public required bool Extraordinary { get; init; }

    /// <summary>The day it was entered, where that was later than the meeting; null: in time.</summary>
    public required DateOnly? EnteredLateOn { get; init; }

    public required ProtocolSignatory Chair { get; init; }

    public required ProtocolSignatory Secretary { get; init; }

    public required IReadOnlyList<ProtocolMember> Present { get; init; }

    public required IReadOnlyList<ProtocolAbsence> Absent { get; init; }

    /// <summary>A name and post a line.</summary>
    public required IReadOnlyList<string> Guests { get; init; }

    public required int Total { get; init; }

    public required bool Quorum { get; init; }

    public required IReadOnlyList<ProtocolItem> Items { get; init; }

    /// <summary>Corrections that were proposed and taken: name and words.</summary>
    public required IReadOnlyList<ProtocolNoteLine> Notes { get; init; }

    /// <summary>Of the line that froze it; null: a draft, and marked so.</summary>
    public required string? Fingerprint { get; init; }
}

/// <summary>Who leads or writes; an empty name is a line to write it on.</summary>
public sealed record ProtocolSignatory(string Name, bool Woman);

public sealed record ProtocolMember(PaperPerson Person, ProtocolGroup Group, bool Remote);

/// <summary>Whom a member speaks for.</summary>
public enum ProtocolGroup
{
    Administration,
    Teachers,
    Parents,
}

public sealed record ProtocolAbsence(string Name, string Reason);

public sealed record ProtocolNoteLine(string Name, DateOnly Day, string Text);

/// <summary>What an item of the agenda is about.</summary>
public enum ProtocolMatter
{
    ElectChair,
    ElectDeputy,
    ElectSecretary,
    Letter,
    EarlierDecisions,
    Other,
}

/// <summary>An item of the agenda and what came of it.</summary>
public sealed record ProtocolItem
{
    public required ProtocolMatter Matter { get; init; }

    /// <summary>In own words, for what is other.</summary>
    public required string Title { get; init; }

    /// <summary>The letter's number; null where it stands on no paper.</summary>
    public required string? Letter { get; init; }

    public required string Heard { get; init; }

    public required string Spoke { get; init; }

    /// <summary>What was decided of a restricted letter; empty otherwise.</summary>
    public required string Resolved { get; init; }

    /// <summary>Why the words of a letter do not stand here.</summary>
    public required ProtocolGap Gap { get; init; }

    public required IReadOnlyList<string> Recused { get; init; }

    public required IReadOnlyList<ProtocolBallot> Ballots { get; init; }

    public required ProtocolSignatory? Elected { get; init; }

    public required IReadOnlyList<ProtocolDecision> Decisions { get; init; }
}

public enum ProtocolGap
{
    No,

    /// <summary>Sealed with the letter, or destroyed with it.</summary>
    Sealed,

    /// <summary>What lies there is not what was signed.</summary>
    Contradicts,
}

/// <summary>A round of voting: on a motion, or for candidates.</summary>
public sealed record ProtocolBallot
{
    public required int For { get; init; }

    public required int Against { get; init; }

    public required int Abstained { get; init; }

    /// <summary>Empty for a motion.</summary>
    public required IReadOnlyList<(string Name, int Votes)> Candidates { get; init; }

    /// <summary>By name: what was said, and who said so; empty where hands were counted.</summary>
    public required IReadOnlyList<ProtocolVote> ByName { get; init; }
}

/// <summary>A member's vote; a candidate's name where it was for one.</summary>
public sealed record ProtocolVote(string Member, ProtocolVoice Voice, string? Candidate);

public enum ProtocolVoice
{
    For,
    Against,
    Abstained,
}

public sealed record ProtocolDecision(string Text, string Owner, DateOnly DueOn);
