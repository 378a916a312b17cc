using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Recusal;

/// <summary>All of them are kept from the letter already, and it says so.</summary>
public sealed class NothingToWiden : Refusal;

/// <summary>Whoever widens it would be kept from it, too: that is stepping back, and has to be meant.</summary>
public sealed class WideningIsSteppingBack : Refusal;

/// <summary>Nobody at the school could read the letter then: it goes to the education office, on paper.</summary>
public sealed class NobodyLeftAtSchool : Refusal;

/// <summary>No such person is at the school.</summary>
public sealed class PersonNotHere : Refusal;
