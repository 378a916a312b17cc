using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>Nobody was chosen, or no member of the commission is left who could have it.</summary>
public sealed class NobodyToForwardTo : Refusal;

/// <summary>Who forwards a letter reads it: it cannot go to the same person.</summary>
public sealed class ForwardedToOneself : Refusal;

/// <summary>The person reads the letter anyhow, and more than an executor does.</summary>
public sealed class RecipientReadsIt : Refusal;

/// <summary>The person has it already and has not handed it back.</summary>
public sealed class ForwardedAlready : Refusal;

/// <summary>The day for the report is past, or after the letter's own last day.</summary>
public sealed class ForwardingDayNotPossible : Refusal
{
    internal ForwardingDayNotPossible(DateOnly latest) => Fill = [("latest", latest)];
}

/// <summary>The lead is one of those to whom the letter goes, or who have it.</summary>
public sealed class LeadNotAmongThem : Refusal;
