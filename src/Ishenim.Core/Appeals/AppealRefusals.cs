using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals;

/// <summary>The person may never read this letter (X2).</summary>
public sealed class ReaderExcluded : Refusal;

/// <summary>The person has no confirmed key and signed undertaking yet.</summary>
public sealed class ReaderHasNoKey : Refusal;

/// <summary>The rule about readers does not name this person for this letter.</summary>
public sealed class ReaderNotEligible : Refusal;

/// <summary>The letter is closed; it would have to be reopened first.</summary>
public sealed class AppealIsClosed : Refusal;

/// <summary>An answer comes before closing.</summary>
public sealed class AppealNotAnswered : Refusal;

/// <summary>The last reader cannot step back while nobody else could take the letter over.</summary>
public sealed class NobodyToTakeOver : Refusal;

/// <summary>Nobody signed this letter.</summary>
public sealed class AppealIsAnonymous : Refusal;

/// <summary>The name is sealed to those to whom the letter came directly, and this person is not one of them.</summary>
public sealed class IdentityNotHeld : Refusal;

/// <summary>Somebody else changed the letter, or the same person did in another window.</summary>
public sealed class ChangedMeanwhile : Refusal;
