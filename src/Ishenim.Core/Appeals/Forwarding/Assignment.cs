using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>
/// A letter forwarded for consideration to one of the staff. What is to be done, until when and why is sealed with the
/// letter, as its <see cref="Instruction"/>; this row says no more than the grants beside it.
/// </summary>
public sealed class Assignment : IOfSchool
{
    public required SchoolId School { get; init; }

    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    /// <summary>The executor's id, as in <see cref="Grant.Recipient"/>.</summary>
    public required Guid Recipient { get; init; }

    /// <summary>The <see cref="Part.Sequence"/> of the instruction; on an agenda, of what is asked of the commission.</summary>
    public required int Instruction { get; init; }

    /// <summary>Its place among those to whom the instruction went, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Named to lead the others; see <see cref="AssignmentRows.LeadOf"/>.</summary>
    public required bool Lead { get; set; }

    public required AssignmentState State { get; set; }

    /// <summary>The <see cref="Part.Sequence"/> of the report with which it was handed back; null: there is none.</summary>
    public int? Report { get; set; }

    /// <summary>The item of a commission's agenda for which its members have it; null: it was forwarded.</summary>
    public Guid? AgendaItem { get; set; }

    public PersonId Person => new(Recipient);
}

/// <summary>How far a forwarding is. The numbers are stored: they are never renamed.</summary>
public enum AssignmentState
{
    /// <summary>The executor holds the letter.</summary>
    Open = 1,

    /// <summary>Handed back with a report.</summary>
    HandedBack = 2,

    /// <summary>Taken back by a reader.</summary>
    Recalled = 3,

    /// <summary>Over for another reason: the letter's end, stepping back, leaving, becoming a reader.</summary>
    Ended = 4,
}
