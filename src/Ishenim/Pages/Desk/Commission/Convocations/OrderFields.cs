using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Convocations;

/// <summary>The order that appoints a commission, as typed.</summary>
public sealed class OrderFields
{
    public string? Number { get; set; }

    public DateOnly? Day { get; set; }

    public string? SignedBy { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public DateOnly? FirstMeetingOn { get; set; }

    public static OrderFields Of(Convocation convocation) => new()
    {
        Number = convocation.OrderNumber, Day = convocation.OrderOn, SignedBy = convocation.SignedBy,
        From = convocation.From, Until = convocation.Until, FirstMeetingOn = convocation.FirstMeetingOn,
    };

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public AppointmentOrder? Read(ModelStateDictionary state, Say say)
    {
        (Number, SignedBy) = (OneLine.Of(Number), OneLine.Of(SignedBy));
        var good = state.FitsIn("order.number", Number, Convocation.OrderNumberLength, say) & state.FitsIn("order.signedBy", SignedBy, Person.NameLength, say);
        var (day, from) = (state.Day("order.day", Day, say), state.Day("order.from", From, say));
        var (until, first) = (state.Day("order.until", Until, say), state.Day("order.firstMeetingOn", FirstMeetingOn, say));
        return good && day is { } signed && from is { } begins && until is { } ends && first is { } meets
            ? new AppointmentOrder { Number = Number, Day = signed, SignedBy = SignedBy, From = begins, Until = ends, FirstMeetingOn = meets }
            : null;
    }
}
