namespace Ishenim.Documents.Forms;

/// <summary>The journal of openings of a school year; with <see cref="BlankRows"/> also for those who keep it by hand.</summary>
public sealed record OpeningsJournalPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>2026–2027.</summary>
    public required string SchoolYear { get; init; }

    /// <summary>Null: a line to write the day on.</summary>
    public required DateOnly? Begun { get; init; }

    public required DateOnly? Ended { get; init; }

    /// <summary>Null: a line to write the name on.</summary>
    public required string? Director { get; init; }

    public required IReadOnlyList<OpeningRow> Rows { get; init; }

    /// <summary>Rows to fill by hand, after the others.</summary>
    public int BlankRows { get; init; }

    /// <summary>The journal's head when it was printed; null on blank pages.</summary>
    public required string? Fingerprint { get; init; }
}

/// <summary>One opening.</summary>
public sealed record OpeningRow
{
    public required long Number { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Time { get; init; }

    public required PaperPerson OpenedBy { get; init; }

    /// <summary>The others.</summary>
    public required IReadOnlyList<PaperPerson> Present { get; init; }

    /// <summary>What of box, padlock or seal was broken; null: all were whole.</summary>
    public required string? Broken { get; init; }

    public required int Letters { get; init; }

    /// <summary>Null: the box was empty and none was drawn up.</summary>
    public required long? ActNumber { get; init; }

    public required DateOnly? ActDate { get; init; }

    public required IReadOnlyList<string> RegisterNumbers { get; init; }

    /// <summary>The day it was entered, where that was later than the opening; null: in time.</summary>
    public required DateOnly? EnteredLateOn { get; init; }

    public string Note { get; init; } = "";
}
