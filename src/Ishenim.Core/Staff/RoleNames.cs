namespace Ishenim.Core.Staff;

internal static class RoleNames
{
    /// <summary>For the journal's detail: fixed words in a fixed order.</summary>
    public static string Of(IEnumerable<Role> roles) => string.Join(' ', roles.Order().Select(role => role.ToString().ToLowerInvariant()));
}
