namespace Ishenim.Core.Appeals;

/// <summary>A row of the register as one person sees it.</summary>
public sealed record RegisterRow
{
    public required AppealId Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Null: the letter is restricted, and this person learns no more than its number.</summary>
    public required AppealFacts? Facts { get; init; }

    public required bool Restricted { get; init; }

    /// <summary>Whether this person holds its keys.</summary>
    public required bool Readable { get; init; }

    /// <summary>Whether its content was destroyed after the term of keeping: this line is all that is left.</summary>
    public bool Destroyed { get; init; }

    /// <summary>Whether the writer wrote something that this person has not read.</summary>
    public required bool Unread { get; init; }
}

/// <summary>A page of the register, the newest first, and the restricted letters that this person reads.</summary>
public sealed record RegisterPage
{
    public const int Rows = 50;

    public required IReadOnlyList<RegisterRow> Restricted { get; init; }

    public required IReadOnlyList<RegisterRow> Common { get; init; }

    /// <summary>Where the next newer page begins; null: this is the newest.</summary>
    public required RegisterCursor? Newer { get; init; }

    public required RegisterCursor? Older { get; init; }
}
