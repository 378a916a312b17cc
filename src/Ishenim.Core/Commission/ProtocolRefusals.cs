using Ishenim.Core.Refusals;

namespace Ishenim.Core.Commission;

/// <summary>The protocol is a draft only once the meeting is over, and only until it is signed.</summary>
public sealed class MeetingNotEnded : Refusal;

/// <summary>Its scan and book are for a protocol that both signed.</summary>
public sealed class ProtocolNotSigned : Refusal;

/// <summary>The paper says what was said of a letter that this person does not hold: who holds all its letters brings the scan.</summary>
public sealed class ScanOfOthersLetters : Refusal;

/// <summary>Only who took part in the meeting agrees to its protocol and proposes corrections.</summary>
public sealed class NotAtMeeting : Refusal;

/// <summary>A proposed correction is answered by the meeting's chair or secretary.</summary>
public sealed class OnlyChairOrSecretaryAnswers : Refusal;

/// <summary>The correction was answered or is of another meeting.</summary>
public sealed class NoteNotOpen : Refusal;

/// <summary>A proposed correction waits for an answer: it comes before the signatures.</summary>
public sealed class NotesOpen : Refusal
{
    public NotesOpen(int notes) => Fill = [("n", notes)];
}

/// <summary>A protocol is signed by the meeting's chair and its secretary alone.</summary>
public sealed class SignerIsNeither : Refusal;

/// <summary>Who did not take part in the meeting cannot sign its protocol.</summary>
public sealed class SignerWasAbsent : Refusal;

/// <summary>The draft was changed since this person read it.</summary>
public sealed class DraftChanged : Refusal;

/// <summary>Why a half-year ended short is said by the commission's chair.</summary>
public sealed class OnlyChairGivesReason : Refusal;

/// <summary>That half-year goes on, or had its meetings, or is not counted.</summary>
public sealed class HalfYearNotShort : Refusal;
