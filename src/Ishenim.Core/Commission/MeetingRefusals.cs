using Ishenim.Core.Refusals;

namespace Ishenim.Core.Commission;

/// <summary>No commission is convened: without one there is no meeting.</summary>
public sealed class NoCommission : Refusal;

/// <summary>Meetings are planned and led by the commission's chair, deputy and secretary.</summary>
public sealed class OnlyCommissionLeads : Refusal;

/// <summary>The day is outside of the commission's term, or more than a year ahead.</summary>
public sealed class MeetingDayNotPossible : Refusal;

/// <summary>The meeting that elects the chair is planned for a later day: no other can be before it (C3).</summary>
public sealed class MeetingBeforeFirst : Refusal;

/// <summary>It has begun, is over, or was cancelled.</summary>
public sealed class MeetingNotPlanned : Refusal;

/// <summary>It has not begun, or is over.</summary>
public sealed class MeetingNotGoingOn : Refusal;

/// <summary>Letters are on its agenda: they are taken off or moved to another meeting first.</summary>
public sealed class MeetingHasLetters : Refusal;

/// <summary>Another meeting goes on: it is ended first.</summary>
public sealed class AnotherMeetingGoesOn : Refusal;

/// <summary>It would have begun in the future.</summary>
public sealed class MeetingInFuture : Refusal;

/// <summary>A meeting of a later day has its number already: protocols are numbered in the order in which meetings were held.</summary>
public sealed class HeldBeforeAnother : Refusal;

/// <summary>Too few members came (C2).</summary>
public sealed class QuorumMissing : Refusal
{
    public QuorumMissing(int came, int needed) => Fill = [("n", came), ("m", needed)];
}

/// <summary>Neither chair nor deputy came, or there is none: those present say who leads.</summary>
public sealed class NobodyLeads : Refusal;

/// <summary>The secretary did not come, or there is none: those present say who writes, another than who leads.</summary>
public sealed class NobodyWrites : Refusal;

/// <summary>The person is no member of the commission, or took no part in the meeting.</summary>
public sealed class NotInMeeting : Refusal;

/// <summary>Somebody voted already, or the person leads or writes: that they took part stays.</summary>
public sealed class PresenceStands : Refusal;

/// <summary>The commission has no chair: the election comes before all other business (C3).</summary>
public sealed class ElectionComesFirst : Refusal;

/// <summary>The item is closed: it is opened again first.</summary>
public sealed class ItemIsClosed : Refusal;

/// <summary>Nobody is elected yet: vote, or once more among those who are even.</summary>
public sealed class NobodyElected : Refusal;

/// <summary>Somebody was elected in it: that stays.</summary>
public sealed class ElectionIsOver : Refusal;

/// <summary>More votes than members who take part in the item.</summary>
public sealed class MoreBallotsThanMembers : Refusal
{
    public MoreBallotsThanMembers(int cast, int voters) => Fill = [("n", cast), ("m", voters)];
}

/// <summary>A member votes twice, or one who takes no part in the item votes.</summary>
public sealed class VoterNotPossible : Refusal;

/// <summary>Nobody stands, or one who is no member, or in a second round one who was not among the first.</summary>
public sealed class CandidateNotPossible : Refusal;

/// <summary>The chair is not secretary as well: two sign the protocol.</summary>
public sealed class ChairIsNotSecretary : Refusal;

/// <summary>A decision has an owner, who carries it out.</summary>
public sealed class DecisionWithoutOwner : Refusal;

/// <summary>Its last day is before the meeting.</summary>
public sealed class DecisionDayNotPossible : Refusal;

/// <summary>What is decided of a restricted letter is written into its sealed minutes.</summary>
public sealed class DecisionOfRestricted : Refusal;

/// <summary>The decision was ended already, or is not there.</summary>
public sealed class DecisionNotOpen : Refusal;

/// <summary>A decision is ended by its owner, or by who leads the commission; only these give it up.</summary>
public sealed class OnlyOwnerEndsDecision : Refusal;

/// <summary>Something was said, voted or decided of it: it is closed, not moved.</summary>
public sealed class ItemWasTakenUp : Refusal;

/// <summary>The letter is kept from who leads or writes: somebody else of those who lead enters its item.</summary>
public sealed class LeaderIsRecused : Refusal;

/// <summary>Items are still open: they are closed, or moved to another meeting.</summary>
public sealed class ItemsAreOpen : Refusal
{
    public ItemsAreOpen(int items) => Fill = [("n", items)];
}

/// <summary>It would have ended before it began.</summary>
public sealed class EndBeforeBeginning : Refusal;

/// <summary>Elections are put on the agenda by themselves, where an office is free; letters by their readers.</summary>
public sealed class ItemNotPossible : Refusal;

/// <summary>Of a letter hands are counted: names would say who is recused, and so whom it is about.</summary>
public sealed class LetterVotedByHands : Refusal;
