using Ishenim.Core.Appeals.Urgency;

namespace Ishenim.Pages.Desk.Urgency;

internal static class UrgencyModule
{
    /// <summary>The list of an urgent letter, and the rounds that tell the next in the succession.</summary>
    public static IServiceCollection AddUrgency(this IServiceCollection services) => services
        .AddSingleton<UrgentSteps>().AddSingleton<Escalation>().AddHostedService<Escalating>();
}
