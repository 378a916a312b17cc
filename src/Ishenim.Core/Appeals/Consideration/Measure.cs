namespace Ishenim.Core.Appeals.Consideration;

/// <summary>What was done about a letter's matter; sealed for the desk.</summary>
public sealed record Measure
{
    public const int TextLength = 1000;
    public const int GroundLength = 200;
    public const int ByLength = 120;

    public required MeasureKind Kind { get; init; }

    /// <summary>What was done.</summary>
    public required string Text { get; init; }

    /// <summary>The law or order on which it rests; empty: none is named.</summary>
    public required string Ground { get; init; }

    /// <summary>Who did it: a name or a post.</summary>
    public required string By { get; init; }

    public required DateOnly TakenOn { get; init; }

    /// <summary>What came of it; empty: not known yet.</summary>
    public required string Result { get; init; }
}
