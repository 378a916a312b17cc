namespace Ishenim.Documents.Forms;

/// <summary>A letter that goes to a body outside of the school, and what it is accompanied by. Nothing of its content.</summary>
public sealed record CoveringLetterPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string Town { get; init; }

    /// <summary>Of the outgoing letter; empty: written by hand.</summary>
    public required string Outgoing { get; init; }

    public required DateOnly Date { get; init; }

    public required string Body { get; init; }

    /// <summary>Post and name of who leads the body; may be empty.</summary>
    public required string Head { get; init; }

    /// <summary>Of the register.</summary>
    public required string Number { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary>The writer agreed that the contacts go with it.</summary>
    public required bool WithContacts { get; init; }

    public required int Sheets { get; init; }

    /// <summary>The letter is about the director: the chair of the commission signs.</summary>
    public required bool ChairSigns { get; init; }

    /// <summary>Who signs; empty: the name is written by hand.</summary>
    public required string Signer { get; init; }

    /// <summary>Who prepared it.</summary>
    public required string PreparedBy { get; init; }
}
