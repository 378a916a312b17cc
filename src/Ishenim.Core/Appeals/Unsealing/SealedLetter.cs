namespace Ishenim.Core.Appeals.Unsealing;

/// <summary>A letter that a person may read, its texts still sealed.</summary>
/// <param name="Row">Its line of the register.</param>
/// <param name="Texts">In their order.</param>
internal sealed record SealedLetter(RegisterRow Row, IReadOnlyList<SealedText> Texts);

/// <summary>A sealed part, and its key as it is granted to the one who reads.</summary>
internal sealed record SealedText
{
    public required Part Part { get; init; }

    /// <summary>Null: this person does not hold the part's key.</summary>
    public required byte[]? Grant { get; init; }
}
