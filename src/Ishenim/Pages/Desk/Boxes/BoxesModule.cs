using Ishenim.Core.Boxes;
using Ishenim.Pages.Desk.Openings;

namespace Ishenim.Pages.Desk.Boxes;

internal static class BoxesModule
{
    /// <summary>Boxes, their keys and openings, and the reminders of these.</summary>
    public static IServiceCollection AddBoxes(this IServiceCollection services) => services
        .AddSingleton<BoxKeeping>().AddSingleton<KeyCustodies>().AddSingleton<OpeningSchedule>().AddSingleton<Core.Boxes.Openings>()
        .AddScoped<OpeningPapers>()
        .AddHostedService<OpeningReminding>();
}
