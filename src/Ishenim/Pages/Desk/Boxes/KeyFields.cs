using Ishenim.Core.Boxes;
using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>A key's hand-over, as typed.</summary>
public sealed class KeyFields
{
    public Guid? To { get; set; }

    public DateOnly? Day { get; set; }

    public string? Count { get; set; } = "1";

    public string? Reason { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewHandOver? Read(BoxId box, ModelStateDictionary state, Say say)
    {
        Reason = OneLine.Of(Reason);
        var (day, keys) = (state.Day("key.day", Day, say), state.Number("key.count", Count, 1, NewHandOver.MostKeys, say));
        var fits = state.FitsIn("key.reason", Reason, NewHandOver.ReasonLength, say, needed: false);
        if (To is null)
            state.AddModelError("key.to", say["form.missing"]);
        return fits && To is { } to && day is { } on && keys is { } count ? new NewHandOver { Box = box, To = new PersonId(to), Day = on, Keys = count, Reason = Reason } : null;
    }
}
