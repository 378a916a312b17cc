namespace Ishenim.Documents.Forms;

/// <summary>What has to be answered by a day, of the letters that one person reads; and the boxes to be opened until then.</summary>
public sealed record DueListPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>For whom it was printed.</summary>
    public required PaperPerson Reader { get; init; }

    public required DateOnly PrintedOn { get; init; }

    /// <summary>The oldest deadline first.</summary>
    public required IReadOnlyList<DueRow> Rows { get; init; }

    public required IReadOnlyList<DueBox> Boxes { get; init; }
}

/// <summary>A letter that waits for an answer.</summary>
/// <param name="Number">Of the register.</param>
/// <param name="Registered">The day of registration.</param>
/// <param name="Due">The last day for the answer.</param>
/// <param name="Subject">What it is about; of a restricted letter nothing is said.</param>
/// <param name="State">How far it is.</param>
/// <param name="Urgent">Danger.</param>
/// <param name="Late">Working days that it is overdue; 0: it is not.</param>
public sealed record DueRow(string Number, DateOnly Registered, DateOnly Due, string Subject, string State, bool Urgent, int Late);

/// <summary>A box to be opened.</summary>
public sealed record DueBox(PaperBox Box, DateOnly Due);
