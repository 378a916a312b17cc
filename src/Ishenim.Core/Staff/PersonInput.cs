namespace Ishenim.Core.Staff;

/// <summary>What is known of a person before there is an account.</summary>
public sealed record PersonInput
{
    public required string Name { get; init; }

    public required string Post { get; init; }

    public required Position Position { get; init; }

    public required bool Woman { get; init; }

    public required string? Email { get; init; }

    public required string Language { get; init; }

    public required IReadOnlySet<Role> Roles { get; init; }

    /// <summary>They take over what director or responsible person are kept from.</summary>
    private static readonly IReadOnlyList<Role> Independent = [Role.Chair, Role.DeputyChair, Role.Office];

    /// <exception cref="ChairMustBeIndependent">The chair, the deputy or the education office is director or responsible person too.</exception>
    internal void Check()
    {
        if (Independent.Any(Roles.Contains) && (Roles.Contains(Role.Director) || Roles.Contains(Role.Responsible) || Position == Position.Director))
            throw new ChairMustBeIndependent();
    }

    internal Person NewPerson(Schools.SchoolId school)
    {
        Check();
        var person = new Person
        {
            School = school, Id = PersonId.New(), Name = Name, Post = Post, Position = Position, Woman = Woman, Email = Email, Language = Language,
        };
        foreach (var role in Roles)
            person.Roles.Add(new PersonRole { School = school, Person = person.Id, Role = role });
        return person;
    }
}
