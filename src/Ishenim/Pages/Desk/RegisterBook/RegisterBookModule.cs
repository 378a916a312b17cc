using Ishenim.Core.Appeals.Printing;

namespace Ishenim.Pages.Desk.RegisterBook;

internal static class RegisterBookModule
{
    /// <summary>The register of letters on paper.</summary>
    public static IServiceCollection AddRegisterBook(this IServiceCollection services) => services
        .AddSingleton<RegisterPrinting>().AddScoped<RegisterPapers>();
}
