using Ishenim.Core.Commission;

namespace Ishenim.Pages.Desk.Commission.Protocols;

internal static class ProtocolsModule
{
    /// <summary>Protocols of the commission from draft to book, its decisions, and the meetings of a half-year.</summary>
    public static IServiceCollection AddProtocols(this IServiceCollection services) => services
        .AddSingleton<Core.Commission.Protocols>().AddSingleton<ProtocolDrafting>().AddSingleton<ProtocolSigning>().AddSingleton<HalfYears>()
        .AddSingleton<ProtocolScans>().AddScoped<ProtocolPapers>().AddScoped<DecisionsList>().AddScoped<CommissionAlarms>()
        .AddHostedService<HalfYearWarning>();
}
