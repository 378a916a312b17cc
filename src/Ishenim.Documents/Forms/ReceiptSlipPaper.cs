namespace Ishenim.Documents.Forms;

/// <summary>For whoever brought a letter by hand, or told it: the code with which the answer is read.</summary>
public sealed record ReceiptSlipPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>20 digits.</summary>
    public required string Code { get; init; }

    /// <summary>Of /answer at this school, as people type it.</summary>
    public required string AnswerAddress { get; init; }

    /// <summary>Null: the slip has none.</summary>
    public required string? RegisterNumber { get; init; }

    public required DateOnly? RegisteredOn { get; init; }

    /// <summary>The day by which an answer comes.</summary>
    public required DateOnly? DueOn { get; init; }
}
