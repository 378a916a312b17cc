namespace Ishenim.Documents.Forms;

/// <summary>What all letter sheets of a batch have in common.</summary>
public sealed record SlipSheetsPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    /// <summary>Of /answer at this school, as people type it; the only thing a stub's QR code holds.</summary>
    public required string AnswerAddress { get; init; }

    /// <summary>Letter sheets on one A4: 1 or 2.</summary>
    public required int PerPage { get; init; }
}

/// <summary>One letter sheet with its stub. The two parts share nothing that a reader could join again.</summary>
/// <param name="Number">The slip's random number, as it is read and typed; on the sheet alone.</param>
/// <param name="QrText">School and number, as the desk's camera reads them; on the sheet alone.</param>
/// <param name="Code">The 20 digits of the receipt code; on the stub alone.</param>
public sealed record SlipSheet(string Number, string QrText, string Code);
