using Ishenim.Core.Appeals.Redacting;

namespace Ishenim.Pages.Desk.Redacting;

internal static class RedactingModule
{
    /// <summary>The copy of a letter whose names are blacked out.</summary>
    public static IServiceCollection AddRedacting(this IServiceCollection services) => services.AddSingleton<LetterRedacting>();
}
