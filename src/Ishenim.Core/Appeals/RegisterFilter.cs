namespace Ishenim.Core.Appeals;

/// <summary>What of the register is asked for; everything null or false: all of it.</summary>
public sealed record RegisterFilter
{
    public AppealState? State { get; init; }

    public Kind? Kind { get; init; }

    public Subject? Subject { get; init; }

    public WriterGroup? Group { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Received on that day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Received on that day or earlier.</summary>
    public DateOnly? To { get; init; }

    public bool Urgent { get; init; }

    /// <summary>Something of the writer's that this person has not read; closed letters only where it came after closing.</summary>
    public bool Unread { get; init; }

    /// <summary>Not answered, and the due day is over.</summary>
    public bool Overdue { get; init; }

    /// <summary>Of the letters that this person reads: waits for an answer, and is due on that day.</summary>
    public DateOnly? Due { get; init; }

    public RegisterNumber? Number { get; init; }

    /// <summary>Whether rows are ordered by the day of receipt rather than by number alone.</summary>
    internal bool ByDay => From is not null || To is not null;

    internal bool Fits(AppealFacts facts, DateOnly today) =>
        (State is null || facts.State == State) && (Kind is null || facts.Kind == Kind)
        && (Subject is null || facts.Subject == Subject) && (Group is null || facts.Group == Group)
        && (Channel is null || facts.Channel == Channel) && (From is null || facts.ReceivedOn >= From)
        && (To is null || facts.ReceivedOn <= To) && (!Urgent || facts.Urgent)
        && (Due is null || (facts.IsWaiting() && facts.DueOn == Due)) && (!Overdue || facts.IsOverdue(today)) && (Number is null || facts.Number == Number.ToString());
}

/// <summary>Which page of the register: the newest, or beside a place.</summary>
/// <param name="OlderThan">A <see cref="Appeal.RegisterPlace"/>; the page holds the rows before it.</param>
/// <param name="NewerThan">The page holds the rows after it.</param>
public sealed record RegisterCursor(long? OlderThan = null, long? NewerThan = null);
