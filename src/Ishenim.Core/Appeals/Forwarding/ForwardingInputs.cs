using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Forwarding;

/// <summary>A letter to be considered by somebody else, as typed.</summary>
public sealed record NewForwarding
{
    /// <summary>By name; empty where it goes to the commission.</summary>
    public required IReadOnlyList<PersonId> To { get; init; }

    /// <summary>Instead to every member of the commission who may read it and has not got it.</summary>
    public required bool Commission { get; init; }

    /// <summary>Who of them leads; null: who leads already, else the first.</summary>
    public required PersonId? Lead { get; init; }

    public required string Text { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Whether they may see who signed it, where the giver may.</summary>
    public required bool WithIdentity { get; init; }

    /// <summary>The redacted copy instead of the letter's text and files.</summary>
    public required bool Redacted { get; init; }

    /// <summary>The letter's version as it was shown.</summary>
    public required int Version { get; init; }
}
