using Ishenim.Core.Refusals;

namespace Ishenim.Core.Slips;

/// <summary>No sheet of this school has that number.</summary>
public sealed class SlipUnknown : Refusal;

/// <summary>A letter was registered with it already.</summary>
public sealed class SlipUsed : Refusal;

/// <summary>It was declared void.</summary>
public sealed class SlipIsVoid : Refusal;

/// <summary>
/// The code is a printed sheet's, and opens nothing: its letter has not come, or its answer goes to the notice board. The two
/// are not told apart, else a printer learned by trying codes that there is a letter about them.
/// </summary>
public sealed class LetterStillInBox : Refusal;

/// <summary>Only who works with the box prints sheets and declares them void.</summary>
public sealed class OnlyKeepersPrintSlips : Refusal;
