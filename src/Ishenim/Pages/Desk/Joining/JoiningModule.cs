using Ishenim.Core.Appeals.Joining;

namespace Ishenim.Pages.Desk.Joining;

internal static class JoiningModule
{
    /// <summary>Letters on the same matter.</summary>
    public static IServiceCollection AddJoining(this IServiceCollection services) => services.AddSingleton<LetterJoining>();
}
