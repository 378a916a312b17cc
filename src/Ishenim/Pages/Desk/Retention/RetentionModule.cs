using Ishenim.Core.Appeals.Retention;

namespace Ishenim.Pages.Desk.Retention;

internal static class RetentionModule
{
    /// <summary>Terms of keeping: what is due, holds, and what was destroyed.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<RetentionDesk>().AddSingleton<Destroying>().AddSingleton<Holding>().AddScoped<RetentionPapers>();
}
