using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>What is decided, as typed.</summary>
public sealed class DecisionFields
{
    public string? Text { get; set; }

    public Guid? Owner { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewDecision? Read(ModelStateDictionary state, Say say, Guid id)
    {
        Text = OneLine.Of(Text);
        if (Owner is null)
            state.AddModelError("decide.owner", say["refusal.DecisionWithoutOwner"]);
        var day = state.Day("decide.due", Due, say);
        return state.FitsIn("decide.text", Text, Decision.TextLength, say) && Owner is { } owner && day is { } due
            ? new NewDecision { Id = id, Text = Text, Owner = new PersonId(owner), DueOn = due }
            : null;
    }
}
