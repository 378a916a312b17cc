namespace Ishenim.Documents.Forms;

/// <summary>What the director's order that appoints the commission holds.</summary>
public sealed record OrderPaper
{
    public required PaperLanguage Language { get; init; }

    public required PaperSchool School { get; init; }

    public required string Town { get; init; }

    /// <summary>Of the school's book of orders.</summary>
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required IReadOnlyList<PaperPerson> Administration { get; init; }

    public required IReadOnlyList<PaperPerson> Teachers { get; init; }

    /// <summary>By name alone.</summary>
    public required IReadOnlyList<PaperPerson> Parents { get; init; }

    public required DateOnly FirstMeetingOn { get; init; }

    /// <summary>Null: a line to write the name on.</summary>
    public required PaperPerson? Responsible { get; init; }

    /// <summary>The responsible person is a deputy of the director, and is named so.</summary>
    public required bool ResponsibleIsDeputy { get; init; }

    /// <summary>Who does their work while they are away; null: the order does not say.</summary>
    public required PaperPerson? StandIn { get; init; }

    public required int OpeningEveryDays { get; init; }

    /// <summary>Who signs as the director.</summary>
    public required string Director { get; init; }

    /// <summary>Of the line that froze it; null: the commission is not convened in the program yet, and the paper says so.</summary>
    public required string? Fingerprint { get; init; }
}
