namespace Ishenim.Core.Journal;

/// <summary>What a line of the journal tells. The words are stored: they are never renamed.</summary>
public static class JournalVerb
{
    // Book of arrivals.
    public const string LetterArrived = "letter.arrived";
    public const string WriterAdded = "writer.added";
    public const string WriterSigned = "writer.signed";
    public const string WriterNotHelped = "writer.not-helped";

    // Book of acts: letters.
    public const string LetterRegistered = "letter.registered";
    public const string LetterTranscribed = "letter.transcribed";
    public const string OriginalGranted = "original.granted";
    public const string LetterRead = "letter.read";
    public const string LetterPrinted = "letter.printed";
    public const string FileRead = "file.read";
    public const string LetterTakenUp = "letter.taken-up";
    public const string LetterClassified = "letter.classified";
    public const string LetterAnswered = "letter.answered";
    public const string LetterClosed = "letter.closed";
    public const string LetterCancelled = "letter.cancelled";
    public const string LetterReopened = "letter.reopened";
    public const string ConsideredAgain = "letter.considered-again";
    public const string DeadlineExtended = "deadline.extended";
    public const string MeasureAdded = "measure.added";
    public const string UrgentStepTaken = "urgent-step.taken";
    public const string LetterForwarded = "letter.forwarded";
    public const string LetterRedacted = "letter.redacted";
    public const string LetterHandedBack = "letter.handed-back";
    public const string LetterRecalled = "letter.recalled";
    public const string LetterPassedOn = "letter.passed-on";
    public const string BodyReplied = "letter.body-replied";
    public const string CoveringPrinted = "covering.printed";
    public const string WriterAsked = "writer.asked";
    public const string TermResumed = "term.resumed";
    public const string NoteAdded = "note.added";
    public const string IdentityShown = "identity.shown";
    public const string IdentityAsked = "identity.asked";
    public const string IdentityApproved = "identity.approved";
    public const string IdentityRefused = "identity.refused";
    public const string IdentityGiven = "identity.given";
    public const string SteppedBack = "reader.stepped-back";
    public const string AboutWidened = "about.widened";
    public const string MatterMarked = "matter.marked";
    public const string AccessGranted = "access.granted";
    public const string AccessRevoked = "access.revoked";
    public const string StandInNamed = "stand-in.named";
    public const string StandInEnded = "stand-in.ended";
    public const string NoticePosted = "notice.posted";
    public const string SlipsPrinted = "slips.printed";
    public const string SlipVoided = "slip.voided";
    public const string Searched = "register.searched";
    public const string DeadlineMoved = "deadline.moved";
    public const string DuePrinted = "due.printed";
    public const string LetterHeld = "letter.held";
    public const string HoldLifted = "hold.lifted";
    public const string DestructionPlanned = "destruction.planned";
    public const string DestructionCancelled = "destruction.cancelled";
    public const string LetterDestroyed = "letter.destroyed";
    public const string RegisterPrinted = "register.printed";
    public const string ArchiveMade = "archive.made";
    public const string LetterArchived = "letter.archived";
    public const string TextSearched = "text.searched";
    public const string TextFound = "text.found";

    // Book of acts: people and the school.
    public const string SchoolSetUp = "school.set-up";
    public const string SchoolOpened = "school.opened";
    public const string SchoolChanged = "school.changed";
    public const string CalendarDaySet = "calendar.day-set";
    public const string CalendarDayRemoved = "calendar.day-removed";
    public const string CalendarImported = "calendar.imported";
    public const string RuleAdded = "rule.added";
    public const string TemplateAdded = "template.added";
    public const string TemplateChanged = "template.changed";
    public const string TemplateRemoved = "template.removed";
    public const string PersonAdded = "person.added";
    public const string PersonChanged = "person.changed";
    public const string PersonLeft = "person.left";
    public const string SteppedDown = "person.stepped-down";
    public const string Invited = "person.invited";
    public const string KeyMade = "key.made";
    public const string KeyConfirmed = "key.confirmed";
    public const string KeyReplaced = "key.replaced";
    public const string RecoveryUsed = "recovery.used";
    public const string PassphraseChanged = "passphrase.changed";
    public const string SecondFactorChanged = "second-factor.changed";
    public const string SheetRenewed = "recovery-sheet.renewed";
    public const string UndertakingSigned = "undertaking.signed";
    public const string SignedIn = "session.started";
    public const string SignedOut = "session.ended";

    // Book of acts: boxes and their openings.
    public const string BoxAdded = "box.added";
    public const string BoxChanged = "box.changed";
    public const string BoxTakenDown = "box.taken-down";
    public const string BoxKeyHandedOver = "box-key.handed-over";
    public const string OpeningIntervalSet = "opening.interval-set";
    public const string OpeningBegun = "opening.begun";
    public const string OpeningCounted = "opening.counted";
    public const string OpeningDropped = "opening.dropped";
    public const string LetterReadAtBox = "letter.read-at-box";
    public const string ActScanned = "act.scanned";
    public const string OpeningsPrinted = "openings.printed";
    public const string FormFrozen = "form.frozen";

    // Book of acts: protocols of the commission.
    public const string ConvocationBegun = "convocation.begun";
    public const string ConvocationDropped = "convocation.dropped";
    public const string ConvocationConvened = "convocation.convened";
    public const string ConvocationTakenOver = "convocation.taken-over";
    public const string MemberCame = "convocation.member-came";
    public const string MemberLeft = "convocation.member-left";
    public const string MeetingPlanned = "meeting.planned";
    public const string MeetingChanged = "meeting.changed";
    public const string MeetingCancelled = "meeting.cancelled";
    public const string AgendaChanged = "meeting.agenda";
    public const string MeetingBegun = "meeting.begun";
    public const string MeetingAttended = "meeting.attended";
    public const string MeetingEnded = "meeting.ended";
    public const string ItemRecused = "meeting.recused";
    public const string ItemVoted = "meeting.voted";
    public const string ItemUnvoted = "meeting.unvoted";
    public const string ItemClosed = "meeting.closed";
    public const string ItemReopened = "meeting.reopened";
    public const string DecisionMade = "decision.made";
    public const string DecisionWithdrawn = "decision.withdrawn";
    public const string DecisionDone = "decision.done";
    public const string DecisionDropped = "decision.dropped";
    public const string ProtocolNoted = "protocol.noted";
    public const string ProtocolNoteAnswered = "protocol.note-answered";
    public const string ProtocolAgreed = "protocol.agreed";
    public const string ProtocolSigned = "protocol.signed";
    public const string ProtocolScanned = "protocol.scanned";
    public const string LetterOnAgenda = "letter.agenda.put";
    public const string LetterOffAgenda = "letter.agenda.off";
    public const string AgendaAccessEnded = "letter.agenda.ended";
    public const string MinutesWritten = "minutes.written";
    public const string MinutesRead = "minutes.read";
    public const string MinutesPrinted = "minutes.printed";
    public const string HalfYearExplained = "half-year.explained";

    // Book of acts: the program.
    public const string ArrivalsTied = "arrivals.tied";
    public const string Restored = "backup.restored";
}
