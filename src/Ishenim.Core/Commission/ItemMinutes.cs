namespace Ishenim.Core.Commission;

/// <summary>What was said of a letter at a meeting: a part of that letter, sealed with its key of the class <c>Commission</c>.</summary>
public sealed record ItemMinutes
{
    public required string Heard { get; init; }

    public required string Spoke { get; init; }

    /// <summary>What was decided, of a restricted letter; empty otherwise, where it stands in <see cref="Decision"/>.</summary>
    public required string Resolved { get; init; }

    /// <summary>Members who left for this item, a name a line: the letter is kept from them. It stands nowhere in the clear.</summary>
    public string Recused { get; init; } = "";
}
