namespace Ishenim.Documents.Forms;

/// <summary>A whole letter as the archive keeps it.</summary>
public sealed record ArchivedLetterPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>Of the register.</summary>
    public required string Number { get; init; }

    /// <summary>Its line of the register, and who signed it where that goes to the archive.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Letter, talk and records of its consideration, in their order.</summary>
    public required IReadOnlyList<ArchivedPart> Parts { get; init; }
}

/// <param name="Day">When.</param>
/// <param name="Head">What it is, and whose.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Files">Where its files lie beside this paper.</param>
public sealed record ArchivedPart(DateOnly Day, string Head, string Text, IReadOnlyList<string> Files);
