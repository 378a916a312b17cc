using Ishenim.Core.Appeals.StandingIn;

namespace Ishenim.Pages.Desk.Absence;

internal static class AbsenceModule
{
    /// <summary>Who reads while a reader is away.</summary>
    public static IServiceCollection AddAbsences(this IServiceCollection services) => services
        .AddSingleton<Absences>().AddSingleton<OlderLetters>().AddSingleton<ComingBack>();
}
