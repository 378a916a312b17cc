using System.Globalization;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk;

/// <summary>Checks of what was typed into the desk's forms; what is wrong stands beside its field.</summary>
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
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
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
