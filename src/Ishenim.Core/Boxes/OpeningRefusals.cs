using Ishenim.Core.Refusals;

namespace Ishenim.Core.Boxes;

/// <summary>Only the responsible person opens the box (regulation F2).</summary>
public sealed class OnlyResponsibleOpens : Refusal;

/// <summary>Only the responsible person and the director change boxes, keys and orders.</summary>
public sealed class OnlyResponsibleOrDirector : Refusal;

/// <summary>Fewer people were present than the school asks for.</summary>
public sealed class OpeningNeedsThreeSigners : Refusal
{
    public OpeningNeedsThreeSigners(int signers) => Fill = [("n", signers)];
}

/// <summary>One of those present is the responsible person.</summary>
public sealed class OpeningNeedsResponsible : Refusal;

/// <summary>Fewer members of the commission than the school wishes, and nobody said that no more could come.</summary>
public sealed class OpeningNeedsMembers : Refusal
{
    public OpeningNeedsMembers(int members) => Fill = [("n", members)];
}

/// <summary>Nothing can be opened that has not happened yet.</summary>
public sealed class OpeningInFuture : Refusal;

/// <summary>The box hung there only later, or not any more.</summary>
public sealed class BoxNotInUse : Refusal;

/// <summary>Another opening of this box is not finished: it comes first.</summary>
public sealed class BoxIsOpen : Refusal;

/// <summary>The opening is finished: a mistake is put right by a correction.</summary>
public sealed class OpeningIsFinished : Refusal;

/// <summary>Corrections are for what is finished.</summary>
public sealed class OpeningNotFinished : Refusal;

/// <summary>The letters are counted before they are registered.</summary>
public sealed class OpeningNotCounted : Refusal;

/// <summary>As many as were found are registered or set aside already.</summary>
public sealed class MoreLettersThanFound : Refusal
{
    public MoreLettersThanFound(int found) => Fill = [("n", found)];
}

/// <summary>More sheets than were counted in all.</summary>
public sealed class MoreSheetsThanFound : Refusal
{
    public MoreSheetsThanFound(int found) => Fill = [("n", found)];
}

/// <summary>Registered and set aside are not yet as many as were found.</summary>
public sealed class OpeningNotReconciled : Refusal
{
    public OpeningNotReconciled(int found, int entered) => Fill = [("found", found), ("entered", entered)];
}

/// <summary>The sheets of what was registered and set aside are other than were counted.</summary>
public sealed class SheetsNotReconciled : Refusal
{
    public SheetsNotReconciled(int found, int entered) => Fill = [("found", found), ("entered", entered)];
}

/// <summary>Letters of it are registered already: it cannot be dropped.</summary>
public sealed class OpeningHasLetters : Refusal;

/// <summary>The box was closed with a new seal, whose number the act tells.</summary>
public sealed class NewSealMissing : Refusal;

/// <summary>The same person holds the key already.</summary>
public sealed class KeyAlreadyHeld : Refusal;

/// <summary>A key was handed over neither before its holder got it nor after today.</summary>
public sealed class HandOverDayNotPossible : Refusal;

/// <summary>A box hangs from some day on until a later one, and nothing of it is written for the future.</summary>
public sealed class BoxDayNotPossible : Refusal;

/// <summary>An order ends after it begins.</summary>
public sealed class IntervalDayNotPossible : Refusal;

/// <summary>No photo and no PDF, or too big.</summary>
public sealed class BoxFileUnusable : Refusal
{
    public BoxFileUnusable() => Fill = [("m", BoxFile.MostBytes / 1024 / 1024)];
}
