using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>The list is begun by the responsible person.</summary>
public sealed class OnlyResponsiblePlansDestruction : Refusal;

/// <summary>The second approval is the chair's.</summary>
public sealed class OnlyChairApprovesDestruction : Refusal;

/// <summary>The same person may not approve twice.</summary>
public sealed class DestructionNeedsTwoPeople : Refusal;

/// <summary>One list waits for its second approval already.</summary>
public sealed class DestructionIsPlanned : Refusal;

/// <summary>The list was approved or taken back meanwhile.</summary>
public sealed class DestructionNotPlanned : Refusal;

/// <summary>No letter's term of keeping is over, or those of the list were reopened or are held.</summary>
public sealed class NothingToDestroy : Refusal;

/// <summary>The hold was lifted meanwhile.</summary>
public sealed class HoldIsLifted : Refusal;

/// <summary>The letter's content was destroyed after the term of keeping.</summary>
public sealed class LetterDestroyed : Refusal;
