using Ishenim.Core.Staff;

namespace Ishenim.Core.Schools;

/// <summary>What the set-up page asks of a school.</summary>
public sealed record SetUpInput
{
    public required string? Token { get; init; }

    public required SchoolName Name { get; init; }

    public required string Town { get; init; }

    public required string Language { get; init; }

    public required string BoxPlace { get; init; }

    public required DateOnly? LastOpeningOn { get; init; }

    public required bool SixDayWeek { get; init; }

    /// <summary>The last numbers that stand on paper already; 0: none (X8).</summary>
    public required LastNumbers Last { get; init; }

    /// <summary>One person may stand here with several roles.</summary>
    public required IReadOnlyList<PersonInput> People { get; init; }
}

/// <summary>The last number given on paper: of the register in this year, of the papers in this school year.</summary>
public sealed record LastNumbers(long Appeals, long Acts, long Protocols, long Openings);

/// <summary>The link with which one person comes in.</summary>
public sealed record PersonLink(PersonId Person, string Name, IReadOnlyList<Role> Roles, string Token);
