using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Redacting;

/// <summary>No word of the letter is blacked out: the copy would be the letter.</summary>
public sealed class NothingBlackedOut : Refusal;

/// <summary>There is no redacted copy that this person could give.</summary>
public sealed class NoRedactedCopy : Refusal;
