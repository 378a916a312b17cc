namespace Ishenim.Documents.Forms;

/// <summary>What a poster of the trust mail says (F1).</summary>
public sealed record PosterPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required PaperSize Size { get; init; }

    /// <summary>Where the box hangs; null: there is none, and paper is not spoken of.</summary>
    public required string? BoxPlace { get; init; }

    /// <summary>Of the form, as people type it; the QR code holds it with its scheme.</summary>
    public required Uri FormAddress { get; init; }

    /// <summary>Null: letters do not come by e-mail.</summary>
    public required string? Email { get; init; }

    public required int OpeningEveryDays { get; init; }

    /// <summary>Null: a line to write it on.</summary>
    public required DateOnly? NextOpening { get; init; }

    /// <summary>The posts of those who read, as they stand on the public page.</summary>
    public required string Readers { get; init; }

    public required int AnswerWorkingDays { get; init; }
}
