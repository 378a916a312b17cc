using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Urgency;

/// <summary>The list of who must be told today is of urgent letters only.</summary>
public sealed class LetterNotUrgent : Refusal;

/// <summary>The director is kept from the letter, and so is not told of it.</summary>
public sealed class DirectorIsKeptFromIt : Refusal;
