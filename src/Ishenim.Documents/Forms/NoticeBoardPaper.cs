namespace Ishenim.Documents.Forms;

/// <summary>An answer that hangs where all can read it: it names the letter by number and day alone.</summary>
public sealed record NoticeBoardPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string RegisterNumber { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>What the school answers.</summary>
    public required string Answer { get; init; }

    public required DateOnly AnsweredOn { get; init; }
}
