using Ishenim.Core.Calendar;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Calendar;

/// <summary>A rule from a day on, as typed.</summary>
public sealed class RuleFields
{
    public RuleKind Kind { get; set; }

    public DateOnly? From { get; set; }

    public string? Value { get; set; }

    public string? Ground { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public DatedRule? Read(ModelStateDictionary state, Say say)
    {
        Ground = OneLine.Of(Ground);
        if (!Enum.IsDefined(Kind))
        {
            state.AddModelError("rule.kind", say["form.missing"]);
            return null;
        }
        var range = RuleRange.Of(Kind);
        var (from, value) = (state.Day("rule.from", From, say), state.Number("rule.value", Value, range.Least, range.Most, say));
        var fits = state.FitsIn("rule.ground", Ground, DatedRule.GroundLength, say);
        return fits && from is { } first && value is { } number && state.IsValid ? new DatedRule { Kind = Kind, From = first, Value = number, Ground = Ground } : null;
    }
}
