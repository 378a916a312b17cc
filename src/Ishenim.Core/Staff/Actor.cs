using Ishenim.Core.Schools;
using Ishenim.Sealing;

namespace Ishenim.Core.Staff;

/// <summary>
/// Who does something, and when: the context that every operation of the staff takes. <see cref="Keys"/> unlock
/// what is sealed to this person and live no longer than the request.
/// </summary>
public sealed record Actor
{
    public required SchoolId School { get; init; }

    public required PersonId Person { get; init; }

    public required IReadOnlySet<Role> Roles { get; init; }

    public required KeyPair Keys { get; init; }

    /// <summary>Now, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The same moment's day at the school.</summary>
    public required DateOnly Today { get; init; }

    public bool Is(Role role) => Roles.Contains(role);
}
