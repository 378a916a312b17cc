using System.Globalization;
using Ishenim.Core.Commission;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Commission.Meetings;

/// <summary>When and where a meeting is, as typed.</summary>
public sealed class MeetingFields
{
    /// <summary>The new meeting's id, so that a form sent twice plans one.</summary>
    public Guid Id { get; set; } = Guid.NewGuid();

    public DateOnly? Day { get; set; }

    /// <summary>Such as 15:10.</summary>
    public string? Time { get; set; }

    public string? Place { get; set; }

    public string? Guests { get; set; }

    public bool Extraordinary { get; set; }

    public static MeetingFields Of(Meeting meeting) => new()
    {
        Id = meeting.Id.Value, Day = meeting.PlannedOn, Time = MeetingWords.TimeOf(meeting.PlannedMinute), Place = meeting.Place, Guests = meeting.Guests,
        Extraordinary = meeting.Extraordinary,
    };

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public NewMeeting? Read(ModelStateDictionary state, Say say)
    {
        (Place, Guests) = (OneLine.Of(Place), PlainText.Of(Guests).Trim());
        var (day, time) = (state.Day("meeting.day", Day, say), TimeIn(state, "meeting.time", Time, say));
        return state.FitsIn("meeting.place", Place, Meeting.PlaceLength, say) & state.FitsIn("meeting.guests", Guests, Meeting.GuestsLength, say, needed: false)
            && day is { } on && time is { } at
            ? new NewMeeting { Id = new MeetingId(Id), On = on, At = at, Place = Place, Guests = Guests, Extraordinary = Extraordinary }
            : null;
    }

    /// <summary>Null where it is none, which then stands in the model state.</summary>
    public static TimeOnly? TimeIn(ModelStateDictionary state, string key, string? typed, Say say)
    {
        if (TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        state.AddModelError(key, say["opening.time.bad"]);
        return null;
    }
}
