using Ishenim.Core.Calendar;
using Ishenim.Core.Commission;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Commission.Protocols;

internal static class ProtocolsWords
{
    public static string Of(this Say say, NoteState state) => say["protocol.note." + state switch
    {
        NoteState.Taken => "taken",
        NoteState.Refused => "refused",
        _ => "proposed",
    }];

    public static string HalfYear(this Say say, HalfYear half) => say["halfyear.name", ("year", half.Year), ("n", half.Number)];

    /// <summary>The state of a decision with its badge.</summary>
    public static (string Badge, string Text) Of(this Say say, ListedDecision decision, DateOnly today) => decision.Row.State switch
    {
        DecisionState.Done => ("done", say["decisions.done"]),
        DecisionState.Dropped => ("plain", say["decisions.dropped"]),
        _ when decision.IsOverdue(today) => ("late", say["decisions.overdue"]),
        _ => ("work", say["decisions.open"]),
    };
}
