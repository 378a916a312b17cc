using System.Globalization;
using Ishenim.Core.Commission;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Commission.Meetings;

internal static class MeetingWords
{
    /// <summary>A badge's kind and words.</summary>
    public static (string Badge, string Text) Of(this Say say, MeetingState state) => state switch
    {
        MeetingState.Planned => ("plain", say["meeting.state.planned"]),
        MeetingState.Held => ("new", say["meeting.state.held"]),
        MeetingState.Ended => ("soon", say["meeting.state.ended"]),
        MeetingState.Signed => ("done", say["meeting.state.signed"]),
        _ => ("plain", say["meeting.state.cancelled"]),
    };

    /// <summary>What an item is about. A restricted letter has no number.</summary>
    public static string Of(this Say say, AgendaItem item) => item.Kind switch
    {
        AgendaKind.Other => item.Title,
        AgendaKind.Letter => item.Number is { } number ? say["meeting.item.Letter", ("n", number)] : say["meeting.item.restricted"],
        var kind => say["meeting.item." + kind],
    };

    public static string Of(this Say say, Presence presence) => say["meeting.presence." + (presence == Presence.Invited ? Presence.Absent : presence)];

    public static string Of(this Say say, Voice voice) => say["item.vote." + voice switch
    {
        Voice.For => "for",
        Voice.Against => "against",
        _ => "abstained",
    }];

    /// <summary>As 15:10.</summary>
    public static string TimeOf(int minute) => new TimeOnly(minute / 60 % 24, minute % 60).ToString("HH':'mm", CultureInfo.InvariantCulture);
}
