using Ishenim.Core.Boxes;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>An order about the days between openings, as typed.</summary>
public sealed class OrderFields
{
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Days { get; set; }

    public string? Number { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewInterval? Read(ModelStateDictionary state, Say say)
    {
        Number = OneLine.Of(Number);
        var (from, days) = (state.Day("order.from", From, say), state.Number("order.days", Days, 1, OpeningInterval.MostDays, say));
        var fits = state.FitsIn("order.number", Number, OpeningInterval.OrderLength, say);
        if (To is not null && To < From)
            state.AddModelError("order.to", say["refusal.IntervalDayNotPossible"]);
        return fits && from is { } first && days is { } every ? new NewInterval { From = first, To = To, Days = every, Order = Number } : null;
    }
}
