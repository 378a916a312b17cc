namespace Ishenim.Core.Appeals.Redacting;

/// <summary>What a reader blacks out, as chosen.</summary>
public sealed record NewRedaction
{
    /// <summary>Places of words, from 0, as <see cref="LetterWords"/> cuts the text; others say nothing.</summary>
    public required IReadOnlyCollection<int> Blackened { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}

/// <summary>A letter's own text, to be blacked out.</summary>
public sealed record RedactableLetter
{
    public required AppealFacts Facts { get; init; }

    public required int Version { get; init; }

    public required LetterWords Text { get; init; }

    /// <summary>What the present copy blacks out; of a first one what is suggested.</summary>
    public required IReadOnlyCollection<int> Marked { get; init; }

    /// <summary>The copy as executors see it; null: there is none yet.</summary>
    public required OpenRecord<string>? Copy { get; init; }

    /// <summary>How many files came with the letter: who gets the copy does not see them.</summary>
    public required int Files { get; init; }
}
