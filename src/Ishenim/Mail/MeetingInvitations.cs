using System.Globalization;
using Ishenim.Core.Calendar.Exchange;
using Ishenim.Core.Commission;
using Ishenim.Core.Schools;
using Ishenim.Words;

namespace Ishenim.Mail;

/// <summary>When and where the commission meets, for a mail and for a calendar program. What about is said nowhere.</summary>
internal static class MeetingInvitations
{
    public static IEnumerable<(string, object?)> Fill(Meeting? meeting) => meeting is null
        ? []
        : [("date", meeting.PlannedOn), ("time", TimeOf(meeting)), ("place", meeting.Place)];

    public static byte[] File(Meeting meeting, School school, Say say, DateTime written) => InvitationWriter.Write(new Invitation
    {
        Id = meeting.Id.Value, Sequence = meeting.Version, Begins = school.Clock(TimeProvider.System).DayStartUtc(meeting.PlannedOn).AddMinutes(meeting.PlannedMinute),
        Name = say["meeting.calendar"], Place = meeting.Place, Cancelled = meeting.State == MeetingState.Cancelled,
    }, written);

    /// <summary>As 15:10.</summary>
    public static string TimeOf(Meeting meeting) => new TimeOnly(meeting.PlannedMinute / 60, meeting.PlannedMinute % 60).ToString("HH':'mm", CultureInfo.InvariantCulture);
}
