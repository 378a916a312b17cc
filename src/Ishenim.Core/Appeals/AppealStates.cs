namespace Ishenim.Core.Appeals;

/// <summary>Where a letter's consideration stands.</summary>
public static class AppealStates
{
    /// <summary>It waits for its answer.</summary>
    public static bool IsWaiting(this AppealFacts facts) => facts.State is AppealState.Registered or AppealState.UnderConsideration;

    /// <summary>Consideration ended: closed, or cancelled.</summary>
    public static bool IsOver(this AppealFacts facts) => facts.State is AppealState.Closed or AppealState.Cancelled;

    /// <summary>There is an answer, and nothing more is being done.</summary>
    public static bool IsAnswered(this AppealFacts facts) => facts.State is AppealState.Answered or AppealState.Closed;

    internal static bool IsOverdue(this AppealFacts facts, DateOnly today) => facts.IsWaiting() && facts.DueOn < today;
}
