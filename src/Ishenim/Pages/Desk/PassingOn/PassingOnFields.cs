using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.PassingOn;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.PassingOn;

/// <summary>Where a letter goes and with what, as typed.</summary>
public sealed class PassingOnFields
{
    public string? Body { get; set; }

    public string? Head { get; set; }

    public string? Reason { get; set; }

    public string? Outgoing { get; set; }

    public int? Sheets { get; set; }

    public bool Contacts { get; set; }

    public string? Language { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewPassingOn? Read(ModelStateDictionary state, int version, Say say)
    {
        (Body, Head, Outgoing, Reason) = (OneLine.Of(Body), OneLine.Of(Head), OneLine.Of(Outgoing), PlainText.Of(Reason).Trim());
        state.FitsIn("pass.body", Body, PassedOn.BodyLength, say);
        state.FitsIn("pass.head", Head, PassedOn.HeadLength, say, needed: false);
        state.FitsIn("pass.outgoing", Outgoing, PassedOn.OutgoingLength, say, needed: false);
        if (Reason.Length < Step.LeastReason)
            state.AddModelError("pass.reason", say["step.reason.short", ("n", Step.LeastReason)]);
        else
            state.FitsIn("pass.reason", Reason, PassedOn.ReasonLength, say);
        if (Sheets is not (>= 1 and <= PassedOn.MostSheets))
        {
            state.Remove("pass.sheets");
            state.AddModelError("pass.sheets", say["pass.sheets.wrong", ("most", PassedOn.MostSheets)]);
        }
        return state.IsValid ? new NewPassingOn
        {
            Body = Body, Head = Head, Reason = Reason, Outgoing = Outgoing, Sheets = Sheets!.Value, WithContacts = Contacts,
            Language = Language == "ru" ? "ru" : "ky", Version = version,
        } : null;
    }
}
