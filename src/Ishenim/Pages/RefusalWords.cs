using Ishenim.Core.Refusals;
using Ishenim.Words;

namespace Ishenim.Pages;

internal static class RefusalWords
{
    /// <summary>Why something was not done, in the reader's language.</summary>
    public static string Of(this Say say, Refusal refusal) => say["refusal." + refusal.GetType().Name, [.. refusal.Fill]];
}
