using Ishenim.Core.Appeals;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.IdentityRequests;

internal static class ReasonFields
{
    /// <summary>A reason long enough to say something; null where it is not, which then stands beside its field.</summary>
    public static string? Reason(this ModelStateDictionary state, string key, string? typed, Say say)
    {
        var words = PlainText.Of(typed).Trim();
        if (words.Length is >= AppealIdentity.LeastReason and <= AppealIdentity.MostReason)
            return words;
        var (rule, n) = words.Length < AppealIdentity.LeastReason ? ("short", AppealIdentity.LeastReason) : ("long", AppealIdentity.MostReason);
        state.AddModelError(key, say["appeal.identity." + rule, ("n", n)]);
        return null;
    }
}
