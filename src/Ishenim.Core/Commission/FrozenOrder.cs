namespace Ishenim.Core.Commission;

/// <summary>All that the order that appoints a commission says, as it was when the commission was convened: names and posts of then.</summary>
public sealed record FrozenOrder
{
    /// <summary>The official language of the school then: ky or ru.</summary>
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    public required string Town { get; init; }

    /// <summary>Of the school's book of orders, as it was entered.</summary>
    public required string Number { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Who signs it as the director.</summary>
    public required string SignedBy { get; init; }

    /// <summary>By group and name.</summary>
    public required IReadOnlyList<FrozenAppointed> Members { get; init; }

    public required DateOnly FirstMeetingOn { get; init; }

    /// <summary>Null: the school had none, and the name is written on by hand.</summary>
    public required FrozenResponsible? Responsible { get; init; }

    /// <summary>Every how many days the box is opened.</summary>
    public required int OpeningEveryDays { get; init; }
}

public sealed record FrozenAppointed(string Name, string Post, MemberGroup Group);

/// <summary>The responsible person.</summary>
/// <param name="Name">As the paper names them.</param>
/// <param name="Post">At the school.</param>
/// <param name="Deputy">A deputy of the director, as the regulation has it.</param>
/// <param name="StandIn">Who does their work while they are away; null: nobody is named.</param>
public sealed record FrozenResponsible(string Name, string Post, bool Deputy, FrozenStandIn? StandIn);

public sealed record FrozenStandIn(string Name, string Post);
