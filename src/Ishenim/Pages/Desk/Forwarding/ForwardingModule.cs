using Ishenim.Core.Appeals.Forwarding;

namespace Ishenim.Pages.Desk.Forwarding;

internal static class ForwardingModule
{
    /// <summary>Letters that go to somebody for consideration, and come back.</summary>
    public static IServiceCollection AddForwarding(this IServiceCollection services) => services
        .AddSingleton<LetterForwarding>().AddSingleton<GivenLetters>();
}
