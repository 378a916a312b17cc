using Ishenim.Core.Staff;

namespace Ishenim.Core.Boxes;

/// <summary>Who does what with the box. Members of the commission are present and sign; they need not sign in.</summary>
public static class BoxRights
{
    /// <summary>Opens the box and registers what is in it (F2).</summary>
    public static bool OpensBox(this Actor actor) => actor.Is(Role.Responsible);

    /// <summary>Changes boxes, hands keys over, enters orders.</summary>
    public static bool KeepsBox(this Actor actor) => actor.Is(Role.Responsible) || actor.Is(Role.Director);

    internal static void RequireOpener(this Actor actor)
    {
        if (!actor.OpensBox())
            throw new OnlyResponsibleOpens();
    }

    internal static void RequireKeeper(this Actor actor)
    {
        if (!actor.KeepsBox())
            throw new OnlyResponsibleOrDirector();
    }
}
