using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>The director's order that appoints a commission, as typed.</summary>
public sealed record AppointmentOrder
{
    public required string Number { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>As the paper names them.</summary>
    public required string SignedBy { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required DateOnly FirstMeetingOn { get; init; }

    /// <exception cref="TermNotPossible">It ends before it begins, or the first meeting is outside of it.</exception>
    internal void Check()
    {
        if (Until < From || FirstMeetingOn < From || FirstMeetingOn > Until)
            throw new TermNotPossible();
    }
}

/// <summary>How a member of a convened commission leaves it.</summary>
public sealed record MemberLeave
{
    public required PersonId Person { get; init; }

    /// <summary>The first day on which they are a member no more.</summary>
    public required DateOnly Day { get; init; }

    public required MemberLeaving Leaving { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who comes into the same group that day; null: nobody.</summary>
    public required PersonId? Successor { get; init; }
}
