namespace Ishenim.Core.Appeals.Consideration;

/// <summary>How the consideration of a letter ended; sealed for the desk (ISO 37002). Day and person stand with it.</summary>
public sealed record ClosingRecord
{
    public const int LessonLength = 2000;
    public const int GroundLength = 200;

    public required Outcome Outcome { get; init; }

    /// <summary>Needed where a letter is left without consideration, of which its writer is told; null for other outcomes.</summary>
    public LawGround? Without { get; init; }

    /// <summary>The law or order that it rests on, as typed; may be empty.</summary>
    public required string Ground { get; init; }

    /// <summary>What the school learned, so that the cause goes; may be empty.</summary>
    public required string Lesson { get; init; }
}

/// <summary>The end of consideration, checked by the page.</summary>
public sealed record NewClosing
{
    public required ClosingRecord Record { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}
