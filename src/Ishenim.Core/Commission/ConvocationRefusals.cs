using Ishenim.Core.Refusals;

namespace Ishenim.Core.Commission;

/// <summary>Only the director and the responsible person enter who the commission is (C1).</summary>
public sealed class OnlyDirectorAppoints : Refusal;

/// <summary>Another convocation is being composed: it is convened or dropped first.</summary>
public sealed class ConvocationInPreparation : Refusal;

/// <summary>It is convened: members are replaced or excused, and its order stays.</summary>
public sealed class ConvocationIsConvened : Refusal;

/// <summary>It is not convened, or over.</summary>
public sealed class ConvocationNotConvened : Refusal;

/// <summary>The person is in another group already.</summary>
public sealed class MemberOfTwoGroups : Refusal;

/// <summary>Administration, teachers and parents' committee must all be there (C1).</summary>
public sealed class GroupMissing : Refusal;

/// <summary>The person is the only one of their group: a successor is named with it.</summary>
public sealed class LastOfGroup : Refusal;

/// <summary>Somebody of the group is there: members are replaced, not added.</summary>
public sealed class GroupHasMembers : Refusal;

/// <summary>The person is no member of this convocation.</summary>
public sealed class NotAMember : Refusal;

/// <summary>Who shall come instead is, or was, of this convocation.</summary>
public sealed class SuccessorIsMember : Refusal;

/// <summary>The term ends before it begins, or the first meeting is outside of it.</summary>
public sealed class TermNotPossible : Refusal;

/// <summary>Nobody joins or leaves before the convocation began or after today.</summary>
public sealed class MemberDayNotPossible : Refusal;

/// <summary>There is, or was, a commission here already, or one is being composed: only the first one is brought over from paper (X8).</summary>
public sealed class CommissionIsHere : Refusal;

/// <summary>A protocol with a higher number was numbered already.</summary>
public sealed class ProtocolNumberGiven : Refusal
{
    public ProtocolNumberGiven(int last)
    {
        Last = last;
        Fill = [("n", last)];
    }

    public int Last { get; }
}

/// <summary>The chair cannot be their own deputy.</summary>
public sealed class DeputyIsChair : Refusal;
