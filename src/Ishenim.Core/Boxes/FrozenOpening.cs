using Ishenim.Core.Appeals;

namespace Ishenim.Core.Boxes;

/// <summary>All that act and journal say of a finished opening, as it was then: names, places and numbers, and nothing of a letter's words.</summary>
public sealed record FrozenOpening
{
    /// <summary>The official language of the school then: ky or ru.</summary>
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    public required string Town { get; init; }

    /// <summary>Empty where the school had none.</summary>
    public required string Director { get; init; }

    /// <summary>The day of the regulation on which the act stands; null: not said.</summary>
    public DateOnly? RegulationOn { get; init; }

    /// <summary>The order that names the commission; null: not said.</summary>
    public string? OrderNumber { get; init; }

    public DateOnly? OrderOn { get; init; }

    public required int Box { get; init; }

    public required string Where { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required TimeOnly OpenedAt { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public required DateOnly FinishedOn { get; init; }

    /// <summary>In the journal of openings of the school year.</summary>
    public required int Number { get; init; }

    public required int? Act { get; init; }

    public required IReadOnlyList<FrozenSigner> Signers { get; init; }

    /// <summary>Fewer members of the commission than wished could come.</summary>
    public required bool FewMembers { get; init; }

    /// <summary>Empty: box, lock and seal were whole.</summary>
    public required string Damage { get; init; }

    public required Facing Facing { get; init; }

    public required string SealBefore { get; init; }

    public required string SealAfter { get; init; }

    public required IReadOnlyList<FrozenItem> Items { get; init; }

    public bool Late => EnteredOn > OpenedOn;

    public IEnumerable<FrozenItem> Letters => Items.Where(item => item.SetAside == SetAside.No);

    public IEnumerable<FrozenItem> Others => Items.Where(item => item.SetAside != SetAside.No);
}

public sealed record FrozenSigner(string Name, string Post, Capacity Capacity);

/// <summary>One thing from the box; of a restricted letter only its sheets.</summary>
public sealed record FrozenItem(SetAside SetAside, int Sheets, bool Restricted, bool Closed, string? Number, Kind? Kind, bool? Signed);

/// <summary>What an opening's papers should have said; they stay as they are.</summary>
public sealed record FrozenCorrection
{
    public required string Language { get; init; }

    public required string School { get; init; }

    public required string SchoolGenitive { get; init; }

    public required string Town { get; init; }

    /// <summary>Its number in the school year.</summary>
    public required int Number { get; init; }

    /// <summary>The act that it corrects; null: only a line of the journal of openings.</summary>
    public required int? Act { get; init; }

    /// <summary>The line of the journal of openings.</summary>
    public required int Opening { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly Day { get; init; }

    public required string Name { get; init; }

    public required string Post { get; init; }

    public required string Text { get; init; }
}
