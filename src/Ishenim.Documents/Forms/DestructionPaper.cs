namespace Ishenim.Documents.Forms;

/// <summary>The act of destroying what was kept beyond its term; both who approved sign.</summary>
public sealed record DestructionPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string Town { get; init; }

    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The day on which the last backup that holds the letters has expired.</summary>
    public required DateOnly FinalOn { get; init; }

    public required DestructionApproval Responsible { get; init; }

    public required DestructionApproval Chair { get; init; }

    /// <summary>How many files were destroyed.</summary>
    public required int Files { get; init; }

    public required IReadOnlyList<DestructionRow> Rows { get; init; }

    public required string? Fingerprint { get; init; }
}

/// <summary>Who approved the list, and on which day.</summary>
public sealed record DestructionApproval(PaperPerson Person, DateOnly Day);

/// <summary>A letter whose content was destroyed.</summary>
/// <param name="Number">Of the register.</param>
/// <param name="Registered">The day of registration.</param>
/// <param name="Closed">The day on which its consideration ended.</param>
/// <param name="Years">The term of keeping.</param>
/// <param name="Ground">On what it rests; empty: not said.</param>
public sealed record DestructionRow(string Number, DateOnly Registered, DateOnly Closed, int Years, string Ground);
