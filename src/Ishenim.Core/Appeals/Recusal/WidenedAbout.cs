using Ishenim.Core.Staff;

namespace Ishenim.Core.Appeals.Recusal;

/// <summary>A letter is about somebody else, too: sealed to its readers with a key of the epoch that begins with it.</summary>
public sealed record WidenedAbout
{
    /// <summary>The groups that were added.</summary>
    public required IReadOnlyList<About> Groups { get; init; }

    /// <summary>The persons who were named.</summary>
    public required IReadOnlyList<PersonId> Persons { get; init; }

    /// <summary>Who could read it until then.</summary>
    public required IReadOnlyList<FormerReader> Former { get; init; }
}

/// <summary>What one who lost a letter could read of it: all that stood there by then, and what is said here.</summary>
public sealed record FormerReader
{
    public required PersonId Person { get; init; }

    /// <summary>Whether they ever opened it.</summary>
    public required bool Opened { get; init; }

    /// <summary>Whether they held the key of the writer's name.</summary>
    public required bool Identity { get; init; }

    /// <summary>Whether they held the key of the scans.</summary>
    public required bool Original { get; init; }
}
