using Ishenim.Core.Commission;

namespace Ishenim.Pages.Desk.Commission.Letters;

internal static class LettersModule
{
    /// <summary>Letters on agendas: putting them there, reading, minutes, and answers from decisions.</summary>
    public static IServiceCollection AddAgendaLetters(this IServiceCollection services) => services
        .AddSingleton<AgendaLetters>().AddSingleton<AgendaReading>().AddSingleton<AgendaAccess>().AddSingleton<Minuting>().AddSingleton<LetterDecisions>();
}
