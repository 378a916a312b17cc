using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>That a member leaves the commission, as typed.</summary>
public sealed class LeaveFields
{
    public Guid? Person { get; set; }

    public DateOnly? Day { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null: nobody comes in their place.</summary>
    public Guid? Successor { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public MemberLeave? Read(ModelStateDictionary state, Say say)
    {
        Reason = OneLine.Of(Reason);
        if (Person is null)
            state.AddModelError("leave.person", say["form.missing"]);
        var day = state.Day("leave.day", Day, say);
        return state.FitsIn("leave.reason", Reason, ConvocationMember.ReasonLength, say) && Person is { } person && day is { } on
            ? new MemberLeave
            {
                Person = new PersonId(person), Day = on, Reason = Reason, Successor = Successor is { } next ? new PersonId(next) : null,
                Leaving = Successor is null ? MemberLeaving.Excused : MemberLeaving.Replaced,
            }
            : null;
    }
}
