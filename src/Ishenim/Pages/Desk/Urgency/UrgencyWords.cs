using Ishenim.Core.Appeals.Urgency;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Urgency;

internal static class UrgencyWords
{
    public static string Of(this Say say, UrgentStep step) => say["urgent.step." + NameOf(step)];

    /// <summary>What it means, in a sentence.</summary>
    public static string HintOf(this Say say, UrgentStep step) => say["urgent.hint." + NameOf(step)];

    /// <summary>Numbers to call.</summary>
    public static IReadOnlyList<string> Numbers(this UrgentStep step) => step switch
    {
        UrgentStep.Ambulance => ["103"],
        UrgentStep.Police => ["102"],
        UrgentStep.Helpline => ["111", "117"],
        _ => [],
    };

    private static string NameOf(UrgentStep step) => step switch
    {
        UrgentStep.Ambulance => "ambulance",
        UrgentStep.Director => "director",
        UrgentStep.Police => "police",
        UrgentStep.ChildProtection => "protection",
        _ => "helpline",
    };
}
