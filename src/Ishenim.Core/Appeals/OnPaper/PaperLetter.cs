using Ishenim.Core.Slips;
using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.OnPaper;

/// <summary>A letter that did not come by the web, as it is registered at the desk.</summary>
public sealed record PaperLetter
{
    /// <summary>Its text is the transcript, empty where that is typed later; its files are scans, sealed with the draft's key.</summary>
    public required NewLetter Letter { get; init; }

    public required int Sheets { get; init; }

    /// <summary>The day on which it was taken from the box or brought; never after today.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The number of the coded sheet that it is written on; null: another paper, or none.</summary>
    public required SlipNumber? Slip { get; init; }

    /// <summary>Whether who brought it gets a code.</summary>
    public required bool WantsCode { get; init; }

    /// <summary>A closed envelope: who registers it has counted it, and not read it.</summary>
    public required bool Closed { get; init; }

    /// <summary>What was said was read back to who said it.</summary>
    public required bool ReadBack { get; init; }
}

/// <summary>What the desk is told of a registered letter.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Number">Its number of the register or of the restricted series.</param>
/// <param name="DueOn">When the answer is due.</param>
/// <param name="Code">For who brought it, shown once; null for none.</param>
/// <param name="ToBoard">Nobody comes back to it with a code: the answer goes to the notice board.</param>
/// <param name="Readable">Whether who registered it reads it.</param>
public sealed record Registered(AppealId Id, RegisterNumber Number, DateOnly DueOn, ReceiptCode? Code, bool ToBoard, bool Readable);
