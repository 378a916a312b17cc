using Ishenim.Core.Commission;

namespace Ishenim.Pages.Desk.Commission.Meetings;

internal static class MeetingsModule
{
    /// <summary>Planning and holding the commission's meetings, and what becomes of their decisions.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services.AddSingleton<Core.Commission.Meetings>().AddSingleton<MeetingConduct>().AddSingleton<Decisions>().AddScoped<MeetingPage>();
}
