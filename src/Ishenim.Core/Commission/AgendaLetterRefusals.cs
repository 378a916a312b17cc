using Ishenim.Core.Refusals;

namespace Ishenim.Core.Commission;

/// <summary>A letter goes to a meeting of the commission of now that is planned or goes on.</summary>
public sealed class NoSuchAgenda : Refusal;

/// <summary>It stands on the agenda of a meeting that is not over.</summary>
public sealed class LetterIsOnAgenda : Refusal;

/// <summary>The letter is kept from every member, or none of them has a confirmed key.</summary>
public sealed class NoMemberMayRead : Refusal;

/// <summary>The meeting has begun, or is over: its agenda stands.</summary>
public sealed class AgendaStands : Refusal;

/// <summary>A letter is taken off by who leads the commission or put it there.</summary>
public sealed class NotTakenOffByOthers : Refusal;

/// <summary>Access to the letters of a meeting is ended by its chair, or by the commission's.</summary>
public sealed class OnlyChairEndsAccess : Refusal;

/// <summary>Access ends once the meeting is over.</summary>
public sealed class MeetingGoesOn : Refusal;

/// <summary>What was said of a letter is written by the meeting's chair or secretary.</summary>
public sealed class OnlyChairOrSecretaryWrites : Refusal;

/// <summary>Minutes are written from the meeting's beginning until both have signed its protocol.</summary>
public sealed class MinutesStand : Refusal;

/// <summary>This person reads the letter without the commission's key.</summary>
public sealed class CommissionKeyNotHeld : Refusal;
