using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Joining;

/// <summary>The letter with that number cannot be joined with this one; the words stand beside the number.</summary>
public abstract class NotJoinable : Refusal;

/// <summary>There is no such letter for this person: none at all, or one that they do not read. Which of the two is never said.</summary>
public sealed class NoLetterToJoin : NotJoinable;

/// <summary>A letter is not joined with itself.</summary>
public sealed class JoinedWithItself : NotJoinable;

/// <summary>The two are joined already.</summary>
public sealed class JoinedAlready : NotJoinable;

/// <summary>One of them was cancelled: it is no letter.</summary>
public sealed class CancelledNotJoined : NotJoinable;

/// <summary>The content of the other was destroyed: nobody can say any more that the matter is the same.</summary>
public sealed class DestroyedNotJoined : NotJoinable;

/// <summary>Both are closed: there is nothing to consider together.</summary>
public sealed class BothLettersClosed : NotJoinable;

/// <summary>They are not joined; or somebody else parted them just now.</summary>
public sealed class LettersNotJoined : Refusal;

/// <summary>One of them was closed as joined to another: that would hang in the air. It is reopened first.</summary>
public sealed class ClosedAsJoined : Refusal;

/// <summary>
/// Only a letter that is joined is closed as joined to another, and only to one that carries the matter and that everybody
/// who sees the register knows of: the outcome stands there.
/// </summary>
public sealed class ClosingNeedsJoined : Refusal;
