using Ishenim.Core.Commission;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Letters;

/// <summary>A letter for an agenda, as typed.</summary>
public sealed class PutFields
{
    /// <summary>The item's, so that a form sent twice puts it there once.</summary>
    public Guid Item { get; set; } = Guid.NewGuid();

    public Guid? Meeting { get; set; }

    public string? Ask { get; set; }

    /// <summary>Null: it was not asked, since there was no copy.</summary>
    public bool? Redacted { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewAgendaLetter? Read(ModelStateDictionary state, int version, Say say)
    {
        Ask = PlainText.Of(Ask).Trim();
        if (Meeting is null)
            state.AddModelError("put.meeting", say["put.meeting.none"]);
        if (Ask.Length < AgendaAsk.LeastText)
            state.AddModelError("put.ask", say["step.reason.short", ("n", AgendaAsk.LeastText)]);
        else
            state.FitsIn("put.ask", Ask, AgendaAsk.TextLength, say);
        return state.IsValid ? new NewAgendaLetter { Id = Item, Meeting = new MeetingId(Meeting!.Value), Ask = Ask, Redacted = Redacted == true, Version = version } : null;
    }
}
