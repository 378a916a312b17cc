using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Refusals;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Absence;

/// <summary>An absence, as typed.</summary>
public sealed class AbsenceFields
{
    public Guid? By { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewStandIn? Read(ModelStateDictionary state, Say say)
    {
        var (from, to) = (state.Day("absence.from", From, say), state.Day("absence.to", To, say));
        if (By is null)
            state.AddModelError("absence.by", say["form.missing"]);
        return By is { } by && from is { } first && to is { } last ? new NewStandIn { By = new PersonId(by), From = first, To = last } : null;
    }

    /// <summary>The field beside which a refusal stands.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch
    {
        AbsenceDaysNotPossible => "absence.to",
        AbsenceOverlaps => "absence.from",
        _ => "absence.by",
    };
}
