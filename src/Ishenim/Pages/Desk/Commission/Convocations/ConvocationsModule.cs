namespace Ishenim.Pages.Desk.Commission.Convocations;

internal static class ConvocationsModule
{
    /// <summary>Who the commission is: orders, members, and those before.</summary>
    public static IServiceCollection AddConvocations(this IServiceCollection services) => services.AddSingleton<Core.Commission.Convocations>();
}
