using Ishenim.Core.Appeals.IdentityRequests;

namespace Ishenim.Pages.Desk.IdentityRequests;

internal static class IdentityRequestsModule
{
    /// <summary>Asking to see who signed a letter, the chair's list, and giving the name.</summary>
    public static IServiceCollection AddIdentityRequests(this IServiceCollection services) => services
        .AddSingleton<IdentityAsking>().AddSingleton<IdentityDeciding>().AddSingleton<IdentityGiving>().AddSingleton<IdentityStandings>();
}
