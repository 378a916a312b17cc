using Ishenim.Core.Staff;

namespace Ishenim.Core.Commission;

/// <summary>Who does what with the commission.</summary>
public static class CommissionRights
{
    /// <summary>See its members, meetings, protocols and decisions, but of letters only what is theirs.</summary>
    public static readonly IReadOnlyCollection<Role> Seeing = [.. RoleGroups.Usual, Role.DeputyChair, Role.Member];

    /// <summary>Enters the director's order, and who joins or leaves (C1).</summary>
    public static bool AppointsCommission(this Actor actor) => actor.Is(Role.Director) || actor.Is(Role.Responsible);

    /// <summary>
    /// Plans and leads its meetings: chair, deputy and secretary; while it has no chair or no secretary, also the responsible person and the
    /// provisional chair, so that there can be a first meeting.
    /// </summary>
    public static bool IsLedBy(this Convocation convocation, Actor actor) =>
        convocation.Chair == actor.Person || convocation.Deputy == actor.Person || convocation.Secretary == actor.Person
        || ((convocation.Chair is null || convocation.Secretary is null) && (actor.Is(Role.Responsible) || actor.Is(Role.Chair)));
}
