using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>What is asked of the commission about a letter: a part of that letter, sealed with its key of the class <c>Commission</c>.</summary>
public sealed record AgendaAsk
{
    public const int TextLength = 2000;

    /// <summary>Fewer characters say nothing.</summary>
    public const int LeastText = 10;

    public required string Text { get; init; }

    /// <summary>Members from whom the letter was kept when it was put there.</summary>
    public required IReadOnlyList<PersonId> Recused { get; init; }

    /// <summary>Members see the redacted copy instead of the letter.</summary>
    public required bool Redacted { get; init; }
}
