using Ishenim.Core.Appeals.Archiving;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Archive;

/// <summary>What is handed over, as typed.</summary>
public sealed class ArchiveFields
{
    public int? Year { get; set; }

    public string? Reason { get; set; }

    public bool Names { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public ArchiveOrder? Read(ModelStateDictionary state, IEnumerable<int> years, Say say)
    {
        Reason = PlainText.Of(Reason).Trim();
        if (Year is not { } year || !years.Contains(year))
        {
            state.Remove("archive.year");
            state.AddModelError("archive.year", say["archive.year.none"]);
        }
        if (Reason.Length < ArchiveOrder.LeastReason)
            state.AddModelError("archive.reason", say["step.reason.short", ("n", ArchiveOrder.LeastReason)]);
        else
            state.FitsIn("archive.reason", Reason, ArchiveOrder.ReasonLength, say);
        return state.IsValid ? new ArchiveOrder { Year = Year!.Value, Reason = Reason, Names = Names } : null;
    }
}
