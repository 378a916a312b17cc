using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Boxes;

/// <summary>The first step of an opening, as typed: who is there, when, and how the box was found.</summary>
public sealed record NewOpening
{
    /// <summary>Chosen by the form: sent twice, it begins once.</summary>
    public required OpeningId Id { get; init; }

    public required BoxId Box { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required TimeOnly OpenedAt { get; init; }

    /// <summary>Those of the staff who are present.</summary>
    public required IReadOnlyList<PersonId> Present { get; init; }

    /// <summary>Those who are not of the staff here.</summary>
    public required IReadOnlyList<Guest> Guests { get; init; }

    /// <summary>No more members of the commission could come.</summary>
    public required bool FewMembers { get; init; }

    /// <summary>Empty: all was whole.</summary>
    public required string Damage { get; init; }

    public required Facing Facing { get; init; }

    public required string SealBefore { get; init; }

    public required string SealAfter { get; init; }
}

/// <summary>Somebody present whom the school's list does not have.</summary>
/// <param name="Name">As the act names them.</param>
/// <param name="Post">Their post, or whose parent they are.</param>
/// <param name="Member">A member of the commission.</param>
public sealed record Guest(string Name, string Post, bool Member);

/// <summary>One thing from the box that is no appeal.</summary>
public sealed record NewSetAside(Guid Entry, SetAside Reason, int Sheets);

/// <summary>What the act says of a letter from the box.</summary>
public sealed record NewOpeningLetter
{
    /// <summary>Chosen by the form: sent twice, the letter is registered once.</summary>
    public required Guid Entry { get; init; }

    public required int Sheets { get; init; }

    public required Kind Kind { get; init; }

    /// <summary>Null: nobody looked, as in a closed envelope.</summary>
    public required bool? Signed { get; init; }

    /// <summary>A closed envelope, counted and not read.</summary>
    public required bool Closed { get; init; }
}
