namespace Ishenim.Pages.Desk.Commission.Convocations;

internal static class ConvocationsModule
{
    /// <summary>Who the commission is: orders, members, those before, and what a school brings with it from paper.</summary>
    public static IServiceCollection AddConvocations(this IServiceCollection services) => services
        .AddSingleton<Core.Commission.Convocations>().AddSingleton<Core.Commission.TakeOver>();
}
