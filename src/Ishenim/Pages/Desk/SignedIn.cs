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

    public void Dispose() => _actor?.Keys.Dispose();
}
