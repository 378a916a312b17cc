using Ishenim.Core.Calendar;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>A day off or a working day, as typed.</summary>
public sealed class DayFields
{
    public DateOnly? Day { get; set; }

    public DayChange Change { get; set; }

    public string? Name { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public CalendarDay? Read(ModelStateDictionary state, Say say)
    {
        Name = OneLine.Of(Name);
        var day = state.Day("day.day", Day, say);
        var fits = state.FitsIn("day.name", Name, CalendarDay.NameLength, say);
        // The third is set by saying on which day an ait is.
        if (Change is not (DayChange.DayOff or DayChange.WorkingDay))
            state.AddModelError("day.change", say["form.missing"]);
        return fits && day is { } on && state.IsValid ? new CalendarDay { Day = on, Change = Change, Name = Name } : null;
    }
}
