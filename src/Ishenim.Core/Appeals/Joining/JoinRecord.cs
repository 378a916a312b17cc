using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Joining;

/// <summary>
/// A letter was joined with another on the same matter, or parted from it. Each of the two has one, sealed for its desk and
/// naming the other; no row in the clear names both. The newest about a letter is what holds.
/// </summary>
internal sealed record JoinRecord
{
    public required AppealId Other { get; init; }

    /// <summary>False: parted.</summary>
    public required bool Joined { get; init; }

    /// <summary>Who read the other letter then. When its content is destroyed nobody holds a key of it, and only these are told.</summary>
    public required IReadOnlyList<PersonId> Readers { get; init; }
}
