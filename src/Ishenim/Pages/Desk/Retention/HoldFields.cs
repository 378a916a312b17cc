using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Retention;

/// <summary>A hold, as typed.</summary>
public sealed class HoldFields
{
    public HoldKind Kind { get; set; } = HoldKind.Inquiry;

    public string? Ground { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewHold? Read(ModelStateDictionary state, Say say)
    {
        Ground = OneLine.Of(Ground);
        if (!Enum.IsDefined(Kind))
            state.AddModelError("hold.kind", say["form.missing"]);
        state.FitsIn("hold.ground", Ground, NewHold.GroundLength, say);
        var reason = Words(state, "hold.reason", Reason, say);
        return state.IsValid && reason is not null ? new NewHold { Kind = Kind, Ground = Ground, Reason = reason } : null;
    }

    /// <summary>A reason of a few characters says nothing; null where it does not do, which then stands in the model state.</summary>
    public static string? Words(ModelStateDictionary state, string field, string? typed, Say say)
    {
        var words = PlainText.Of(typed).Trim();
        if (words.Length is >= AppealIdentity.LeastReason and <= NewHold.ReasonLength)
            return words;
        state.AddModelError(field, say["hold.reason.bad", ("least", AppealIdentity.LeastReason), ("most", NewHold.ReasonLength)]);
        return null;
    }
}

internal static class RetentionWords
{
    public static string Of(this Say say, HoldKind kind) => say["holdkind." + kind switch
    {
        HoldKind.Inquiry => "inquiry",
        HoldKind.Court => "court",
        _ => "other",
    }];
}
