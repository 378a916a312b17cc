namespace Ishenim.Documents.Forms;

/// <summary>What the act of taking appeals from the box holds; never what letters say or who wrote them.</summary>
public sealed record ActPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>The school's form has БЕКИТЕМИН; a school may set БЕКИТЕМ. Null: the form's own word.</summary>
    public string? ApprovalWord { get; init; }

    public required string Director { get; init; }

    public required string Town { get; init; }

    /// <summary>Of the school year.</summary>
    public required long Number { get; init; }

    /// <summary>The day the act was drawn up.</summary>
    public required DateOnly Date { get; init; }

    public required PaperBox Box { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>In the school's time.</summary>
    public required TimeOnly OpenedAt { get; init; }

    /// <summary>Null: the bracket is left out.</summary>
    public required DateOnly? RegulationApprovedOn { get; init; }

    /// <summary>The order that names the commission; null: the order is not mentioned.</summary>
    public required string? OrderNumber { get; init; }

    public required DateOnly? OrderDate { get; init; }

    /// <summary>In the order they sign.</summary>
    public required IReadOnlyList<ActSigner> Signers { get; init; }

    /// <summary>What of box, padlock or seal was broken; null: all were whole.</summary>
    public required string? Broken { get; init; }

    /// <summary>The seal found; null: there was none yet.</summary>
    public required string? Seal { get; init; }

    public required string? NewSeal { get; init; }

    /// <summary>Letters taken out, without what was set aside.</summary>
    public required int Letters { get; init; }

    /// <summary>Their sheets.</summary>
    public required int Sheets { get; init; }

    public required int Signed { get; init; }

    public required int Anonymous { get; init; }

    public required IReadOnlyList<ActSetAside> SetAside { get; init; }

    public required IReadOnlyList<ActRow> Rows { get; init; }

    public required string HandedOverBy { get; init; }

    public required string TakenBy { get; init; }

    /// <summary>The day it was entered, where that was later than the opening; null: in time.</summary>
    public required DateOnly? EnteredLateOn { get; init; }

    public required IReadOnlyList<PaperCorrection> Corrections { get; init; }

    /// <summary>Of the line that froze it; null: a draft.</summary>
    public required string? Fingerprint { get; init; }
}

public sealed record ActSigner(PaperPerson Person, ActPart Part);

/// <summary>As what somebody signs.</summary>
public enum ActPart
{
    Responsible,
    Member,
    /// <summary>Present, with no part in the regulation: only the post is written.</summary>
    Witness,
}

/// <summary>Sheets that are no appeal.</summary>
public sealed record ActSetAside(int Sheets, string Reason);

/// <summary>A letter in the act's table.</summary>
public sealed record ActRow
{
    public required PaperLetterKind Kind { get; init; }

    /// <summary>Null: nobody looked, as in a closed envelope.</summary>
    public required bool? Signed { get; init; }

    /// <summary>Null: not counted, as in a closed envelope.</summary>
    public required int? Sheets { get; init; }

    public required string RegisterNumber { get; init; }

    public string Note { get; init; } = "";
}

public enum PaperLetterKind
{
    Undecided,
    Complaint,
    Application,
    Proposal,
    ClosedEnvelope,
}

/// <summary>A mistake found after the paper was frozen: it is told beside it, never mended in it.</summary>
public sealed record PaperCorrection(int Number, DateOnly Date, string Text, string By);
