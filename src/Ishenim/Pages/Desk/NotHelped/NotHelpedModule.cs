using Ishenim.Core.Appeals.NotHelped;

namespace Ishenim.Pages.Desk.NotHelped;

internal static class NotHelpedModule
{
    public static IServiceCollection AddNotHelped(this IServiceCollection services) => services.AddSingleton<ConsideringAgain>();
}
