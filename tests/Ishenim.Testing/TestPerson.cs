using Ishenim.Core.Staff;
using Ishenim.Sealing;

namespace Ishenim.Testing;

/// <summary>An invented person of a test's school, with the key pair that a sign-in would unlock.</summary>
public sealed record TestPerson(Person Person, KeyPair Keys)
{
    public PersonId Id => Person.Id;

    /// <summary>The context of something that this person does now.</summary>
    public Actor Now(TestSchool school) => new()
    {
        School = school.Id, Person = Id, Roles = Person.Roles.Select(held => held.Role).ToHashSet(), Keys = Keys,
        At = school.Clock.UtcNow, Today = school.Clock.Today,
    };
}
