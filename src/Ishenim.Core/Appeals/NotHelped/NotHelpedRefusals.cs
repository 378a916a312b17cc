using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.NotHelped;

/// <summary>The writer said that the answer did not help: the letter is considered again before anything else.</summary>
public sealed class AnswerDidNotHelp : Refusal;

/// <summary>Nobody said so of the newest answer, or it is considered again already.</summary>
public sealed class NothingToConsiderAgain : Refusal;

/// <summary>Whoever has a letter by the writer's word holds what the writer holds; notes and records wait for another reader.</summary>
public sealed class DeskNotHeld : Refusal;
