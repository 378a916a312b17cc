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
