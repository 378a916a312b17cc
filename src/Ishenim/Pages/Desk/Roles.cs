using Ishenim.Core.Staff;
using Ishenim.Words;

namespace Ishenim.Pages.Desk;

/// <summary>Roles as people read them; the chair's word follows the person.</summary>
internal static class Roles
{
    public static string Of(Person person, Say say) => string.Join(", ", person.Roles.Select(held => held.Role).Order().Select(role => Of(role, person.Woman, say)));

    public static string Of(Role role, bool woman, Say say) =>
        say[role == Role.Chair && woman ? "role.chair.woman" : "role." + role.ToString().ToLowerInvariant()];
}
