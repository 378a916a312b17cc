using Ishenim.Core.Appeals.Recusal;

namespace Ishenim.Pages.Desk.Recusal;

internal static class RecusalModule
{
    public static IServiceCollection AddRecusal(this IServiceCollection services) => services.AddSingleton<Widening>();
}
