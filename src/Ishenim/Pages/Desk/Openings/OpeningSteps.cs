using Ishenim.Core.Boxes;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>The way of an opening.</summary>
internal static class OpeningSteps
{
    public static IReadOnlyList<string> Names(Say say) => [say["opening.step.present"], say["opening.step.count"], say["opening.step.letters"], say["opening.step.finish"]];

    public static string Of(this Say say, SetAside reason) => say["aside." + reason switch
    {
        SetAside.Empty => "empty",
        SetAside.Advertisement => "advertisement",
        SetAside.Unreadable => "unreadable",
        _ => "joke",
    }];

    public static string Of(this Say say, Capacity capacity) => say["capacity." + capacity switch
    {
        Capacity.Responsible => "responsible",
        Capacity.Member => "member",
        _ => "other",
    }];
}
