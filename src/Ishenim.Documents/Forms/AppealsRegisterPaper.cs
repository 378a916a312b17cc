namespace Ishenim.Documents.Forms;

/// <summary>The register of letters (X1); names stand in none.</summary>
public sealed record AppealsRegisterPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>2026; null: all years.</summary>
    public required string? Year { get; init; }

    /// <summary>Only some of the lines were asked for: it is an extract, which nobody sews and seals.</summary>
    public required bool Selected { get; init; }

    /// <summary>With what letters say, why they were given more time and what was done.</summary>
    public required bool Content { get; init; }

    public required DateOnly PrintedOn { get; init; }

    public required PaperPerson PrintedBy { get; init; }

    public required IReadOnlyList<AppealsRegisterRow> Rows { get; init; }

    public required string? Fingerprint { get; init; }
}

/// <summary>A line of the register.</summary>
/// <param name="Number">Of the register.</param>
/// <param name="Facts">Null: a restricted letter, of which the number alone is told.</param>
/// <param name="Content">Null: not asked for, or not for who prints it.</param>
public sealed record AppealsRegisterRow(string Number, AppealsRegisterFacts? Facts, AppealsRegisterContent? Content);

/// <summary>What the register says of every letter, in the paper's language.</summary>
public sealed record AppealsRegisterFacts
{
    public required DateOnly Received { get; init; }

    public required DateOnly Registered { get; init; }

    public required string Channel { get; init; }

    public required string Kind { get; init; }

    /// <summary>Anonymous, or signed.</summary>
    public required string Writer { get; init; }

    public required string Group { get; init; }

    public required string Subject { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>The last day that was set instead of the law's; null: none was.</summary>
    public required DateOnly? ExtendedTo { get; init; }

    /// <summary>How consideration ended; empty while it goes on.</summary>
    public required string Outcome { get; init; }

    public required DateOnly? Answered { get; init; }
}

/// <summary>What a letter says, for those who may read it.</summary>
/// <param name="Text">The letter's words, shortened.</param>
/// <param name="Extension">Why it was given more time; empty: it was not.</param>
/// <param name="Measures">What was done.</param>
/// <param name="Forwarded">To whom it went for consideration, with the days; empty: to nobody.</param>
public sealed record AppealsRegisterContent(string Text, string Extension, string Measures, string Forwarded);
