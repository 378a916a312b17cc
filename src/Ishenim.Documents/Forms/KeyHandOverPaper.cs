namespace Ishenim.Documents.Forms;

/// <summary>The key of a box goes from one to another; both sign.</summary>
public sealed record KeyHandOverPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string Town { get; init; }

    public required DateOnly Date { get; init; }

    public required PaperBox Box { get; init; }

    /// <summary>How many keys.</summary>
    public required int Keys { get; init; }

    /// <summary>Null: nobody held it before; it came with the box.</summary>
    public required PaperPerson? From { get; init; }

    public required PaperPerson To { get; init; }

    /// <summary>The seal on the box at that moment; null: none.</summary>
    public required string? Seal { get; init; }

    /// <summary>Why, in a few words; null: not said.</summary>
    public required string? Reason { get; init; }

    /// <summary>The day it was entered, where that was later than the hand-over; null: in time.</summary>
    public required DateOnly? EnteredLateOn { get; init; }

    public required string? Fingerprint { get; init; }
}
