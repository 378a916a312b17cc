using Ishenim.Core.Appeals.PassingOn;

namespace Ishenim.Pages.Desk.PassingOn;

internal static class PassingOnModule
{
    /// <summary>Letters that go to a body outside of the school.</summary>
    public static IServiceCollection AddPassingOn(this IServiceCollection services) => services.AddSingleton<LetterPassingOn>();
}
