using Ishenim.Core.Commission;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>What was said of a letter, as typed.</summary>
public sealed class MinutesFields
{
    public string? Heard { get; set; }

    public string? Spoke { get; set; }

    /// <summary>Of a restricted letter alone.</summary>
    public string? Resolved { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public ItemMinutes? Read(ModelStateDictionary state, Say say)
    {
        (Heard, Spoke, Resolved) = (PlainText.Of(Heard).Trim(), PlainText.Of(Spoke).Trim(), PlainText.Of(Resolved).Trim());
        state.FitsIn("minutes.heard", Heard, AgendaItem.TextLength, say);
        state.FitsIn("minutes.spoke", Spoke, AgendaItem.TextLength, say, needed: false);
        state.FitsIn("minutes.resolved", Resolved, AgendaItem.TextLength, say, needed: false);
        return state.IsValid ? new ItemMinutes { Heard = Heard, Spoke = Spoke, Resolved = Resolved } : null;
    }
}
