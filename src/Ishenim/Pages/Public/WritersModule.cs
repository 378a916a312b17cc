using Ishenim.Settings;

namespace Ishenim.Pages.Public;

internal static class WritersModule
{
    /// <summary>What the pages of writers need.</summary>
    public static IServiceCollection AddWriters(this IServiceCollection services, ServerSettings settings) => services;
}
