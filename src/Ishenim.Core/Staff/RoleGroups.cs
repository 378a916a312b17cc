namespace Ishenim.Core.Staff;

/// <summary>Who does what in the trust mail, by role.</summary>
public static class RoleGroups
{
    /// <summary>All, as a form lists them.</summary>
    public static readonly IReadOnlyList<Role> All =
        [Role.Responsible, Role.Director, Role.Chair, Role.DeputyChair, Role.Member, Role.Executor, Role.Office, Role.Administrator];

    /// <summary>Those who may read letters, once they have signed the undertaking.</summary>
    public static readonly IReadOnlyCollection<Role> Reading =
        [Role.Responsible, Role.Director, Role.Chair, Role.Member, Role.Executor, Role.DeputyChair, Role.Office];

    /// <summary>Those to whom new letters are sealed as a rule; they confirm keys and hand letters over, and see box and register.</summary>
    public static readonly IReadOnlyCollection<Role> Usual = [Role.Responsible, Role.Director, Role.Chair];
}
