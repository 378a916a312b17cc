using Ishenim.Core.Schools;
using Ishenim.Core.Storage;

namespace Ishenim.Core.Staff;

/// <summary>A person of the school's staff or commission. The row stays when the person leaves: history needs the name.</summary>
public sealed class Person : IOfSchool
{
    public const int NameLength = 120;
    public const int PostLength = 120;
    public const int EmailLength = 254;

    public required SchoolId School { get; init; }

    public required PersonId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The post as papers print it, such as «директордун тарбия иштери боюнча орун басары».</summary>
    public required string Post { get; set; }

    public required Position Position { get; set; }

    /// <summary>Chooses төрайым or төрага; nothing else.</summary>
    public bool Woman { get; set; }

    /// <summary>Where notices go; null for none.</summary>
    public string? Email { get; set; }

    /// <summary>The language of the screens: ky, ru or en.</summary>
    public required string Language { get; set; }

    /// <summary>The day the person left; null while here.</summary>
    public DateOnly? LeftOn { get; set; }

    public int Version { get; set; }

    public ICollection<PersonRole> Roles { get; } = [];

    /// <summary>Null until the invitation is used.</summary>
    public Account? Account { get; set; }

    /// <summary>Letters may be sealed to this person's key, whether or not there are any; roles and account are loaded.</summary>
    public bool MayHoldLetters => RoleGroups.Reading.Any(Has) && Account is { MayHoldLetters: true };

    public bool Has(Role role) => Roles.Any(held => held.Role == role);
}

/// <summary>A role that a person holds now; the journal keeps since when and until when.</summary>
public sealed class PersonRole : IOfSchool
{
    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required Role Role { get; init; }
}
