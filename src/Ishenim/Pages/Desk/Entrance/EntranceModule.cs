using Ishenim.Settings;

namespace Ishenim.Pages.Desk.Entrance;

internal static class EntranceModule
{
    /// <summary>Set-up, invitations, sign-in, and what belongs to a person's own account.</summary>
    public static IServiceCollection AddEntrance(this IServiceCollection services, ServerSettings settings) => services;
}
