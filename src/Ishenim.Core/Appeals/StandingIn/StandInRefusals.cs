using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>Nobody stands in for themselves.</summary>
public sealed class StandInForOneself : Refusal;

/// <summary>The stand-in could not open letters: no role that reads, no confirmed key, or no undertaking.</summary>
public sealed class StandInMayNotRead : Refusal;

/// <summary>The absence begins in the past, ends before it begins, or is longer than a year.</summary>
public sealed class AbsenceDaysNotPossible : Refusal
{
    internal AbsenceDaysNotPossible(DateOnly latest) => Fill = [("latest", latest)];
}

/// <summary>The reader named a stand-in for some of these days already.</summary>
public sealed class AbsenceOverlaps : Refusal
{
    internal AbsenceOverlaps(StandIn other) => Fill = [("from", other.From), ("to", other.To)];
}

/// <summary>The absence is over.</summary>
public sealed class AbsenceIsOver : Refusal;
