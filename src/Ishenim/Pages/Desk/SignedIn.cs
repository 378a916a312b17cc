using Ishenim.Core.Schools;
using Ishenim.Core.Staff;

namespace Ishenim.Pages.Desk;

/// <summary>
/// Who is signed in, with the keys that this request may use; filled when the session's cookie is checked, wiped when
/// the request ends. Scoped.
/// </summary>
public sealed class SignedIn : IDisposable
{
    private Actor? _actor;

    /// <exception cref="InvalidOperationException">A page outside the desk asked for it.</exception>
    public Actor Actor
    {
        get => _actor ?? throw new InvalidOperationException("Nobody is signed in.");
        internal set => _actor = value;
    }

    public bool IsKnown => _actor is not null;

    /// <summary>The present session.</summary>
    public Guid Session { get; private set; }

    internal void Fill(School school, OpenSession open, Guid session, TimeProvider time)
    {
        var clock = school.Clock(time);
        Session = session;
        Actor = new Actor
        {
            School = school.Id, Person = open.Person.Id, Roles = open.Person.Roles.Select(held => held.Role).ToHashSet(),
            Keys = open.Keys, At = clock.UtcNow, Today = clock.Today,
        };
    }

    public void Dispose() => _actor?.Keys.Dispose();
}
