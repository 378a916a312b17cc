using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Forwarding;

/// <summary>A forwarding, as typed.</summary>
public sealed class ForwardingFields
{
    public IList<Guid> To { get; set; } = [];

    public bool Commission { get; set; }

    public Guid? Lead { get; set; }

    public string? Text { get; set; }

    public DateOnly? Due { get; set; }

    public bool Identity { get; set; }

    /// <summary>Null: it was not asked, since there was no copy.</summary>
    public bool? Redacted { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewForwarding? Read(ModelStateDictionary state, int version, Say say)
    {
        Text = PlainText.Of(Text).Trim();
        var due = state.Day("forward.due", Due, say);
        if (Text.Length < Instruction.LeastText)
            state.AddModelError("forward.text", say["step.reason.short", ("n", Instruction.LeastText)]);
        else
            state.FitsIn("forward.text", Text, Instruction.TextLength, say);
        if (To.Count == 0 && !Commission)
            state.AddModelError("forward.to", say["refusal.NobodyToForwardTo"]);
        return state.IsValid ? new NewForwarding
        {
            To = [.. To.Select(id => new PersonId(id))], Commission = Commission, Lead = Lead is { } lead ? new PersonId(lead) : null,
            Text = Text, DueOn = due!.Value, WithIdentity = Identity, Redacted = Redacted == true, Version = version,
        } : null;
    }

    /// <summary>The field beside which a refusal stands; null: above the form.</summary>
    public static string? FieldOf(Refusal refusal) => refusal switch
    {
        ForwardingDayNotPossible => "forward.due",
        LeadNotAmongThem => "forward.lead",
        NoRedactedCopy => "forward.redacted",
        NobodyToForwardTo or ForwardedToOneself or RecipientReadsIt or ForwardedAlready or ReaderExcluded or ReaderHasNoKey => "forward.to",
        _ => null,
    };
}
