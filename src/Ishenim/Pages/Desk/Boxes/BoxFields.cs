using Ishenim.Core.Boxes;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Boxes;

/// <summary>Where a box hangs and its seal, as typed.</summary>
public sealed class BoxFields
{
    public string? Place { get; set; }

    public string? Seal { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public BoxInput? Read(ModelStateDictionary state, Say say)
    {
        (Place, Seal) = (OneLine.Of(Place), OneLine.Of(Seal));
        var fits = state.FitsIn("box.place", Place, Box.PlaceLength, say) & state.FitsIn("box.seal", Seal, Box.SealLength, say, needed: false);
        return fits ? new BoxInput { Place = Place, Seal = Seal } : null;
    }
}

internal static class TypedFields
{
    /// <summary>Whether a text is there and not too long; what is wrong stands in the model state beside its field.</summary>
    public static bool FitsIn(this ModelStateDictionary state, string key, string text, int most, Say say, bool needed = true)
    {
        if (text.Length == 0 && needed)
            state.AddModelError(key, say["form.missing"]);
        else if (text.Length > most)
            state.AddModelError(key, say["form.long", ("n", most)]);
        else
            return true;
        return false;
    }

    /// <summary>A whole number within bounds; null where it is none, which then stands in the model state.</summary>
    public static int? Number(this ModelStateDictionary state, string key, string? typed, int least, int most, Say say)
    {
        if (int.TryParse(typed?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        state.AddModelError(key, say["settings.number.bad", ("least", least), ("most", most)]);
        return null;
    }

    /// <summary>A day; null where there is none, which then stands in the model state.</summary>
    public static DateOnly? Day(this ModelStateDictionary state, string key, DateOnly? typed, Say say)
    {
        if (typed is { Year: < 2000 or > 2075 } || (typed is null && state.GetFieldValidationState(key) != ModelValidationState.Invalid))
            state.AddModelError(key, say["form.day.bad"]);
        return state.GetFieldValidationState(key) == ModelValidationState.Invalid ? null : typed;
    }
}
