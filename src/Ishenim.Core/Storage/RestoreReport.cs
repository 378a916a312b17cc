using Ishenim.Core.Schools;

namespace Ishenim.Core.Storage;

/// <summary>A number that paper already holds: numbering goes on after it.</summary>
/// <param name="Series">Such as <c>appeals:2026</c>.</param>
/// <param name="Last">The last number on paper.</param>
public sealed record LastNumber(string Series, long Last);

/// <summary>Asks for the last numbers on paper of a school, whose counters stand as the backup has them.</summary>
/// <param name="school">The school.</param>
/// <param name="inBackup">Its series, those of the present year too: a restored school may have gone on into it on paper.</param>
/// <param name="last">Whether no other school comes after it. What throws then leaves everything as it was.</param>
public delegate Task<IReadOnlyList<LastNumber>> AskLastNumbers(School school, IReadOnlyList<LastNumber> inBackup, bool last);

/// <summary>What is there after a restore.</summary>
public sealed record RestoreReport
{
    public required int Schools { get; init; }

    public required long Letters { get; init; }

    public required long Files { get; init; }

    /// <summary>Journal lines as the backup had them, all walked.</summary>
    public required long Lines { get; init; }

    /// <summary>Letters that had been destroyed since the backup was made, and were destroyed again.</summary>
    public required int DestroyedAgain { get; init; }

    /// <summary>What contradicted, where that was accepted; else empty.</summary>
    public required IReadOnlyList<string> Contradictions { get; init; }
}

/// <summary>A restore would mix with what is there.</summary>
public sealed class PlaceNotEmptyException(int schools)
    : Exception($"there are {schools} school(s) here already; a backup is restored only into an empty place");

/// <summary>A number on paper is lower than one that the backup has given out.</summary>
public sealed class LastNumberTooLowException(LastNumber asked, long inBackup)
    : Exception($"the last number of {asked.Series} cannot be {asked.Last}: the backup itself holds {inBackup}");
