using Ishenim.Core.Commission;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Testing;

/// <summary>Meetings that are planned, begin and end, straight in the database.</summary>
public static class PlannedMeetings
{
    /// <summary>A meeting in a week, unless said.</summary>
    public static async Task<MeetingId> PlanAsync(this TestMeeting commission, DateOnly? on = null)
    {
        var school = commission.School;
        var meeting = new Meeting
        {
            School = school.Id, Id = MeetingId.New(), Convocation = commission.Convocation, PlannedOn = on ?? school.Clock.Today.AddDays(7), PlannedMinute = 15 * 60,
            Place = "12-кабинет", Extraordinary = false, State = MeetingState.Planned,
        };
        await using var db = school.Database.Open(school.Id);
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    }

    /// <summary>It begins: chair, secretary and responsible person came, the fourth did not.</summary>
    public static async Task HoldAsync(this TestMeeting commission, MeetingId id)
    {
        await using var db = commission.School.Database.Open(commission.School.Id);
        var meeting = await db.Set<Meeting>().SingleAsync(one => one.Id == id);
        (meeting.State, meeting.HeldOn, meeting.EnteredOn, meeting.BeganMinute) = (MeetingState.Held, meeting.PlannedOn, meeting.PlannedOn, meeting.PlannedMinute);
        (meeting.Number, meeting.Chair, meeting.Secretary) = (1, commission.Chair.Id, commission.Secretary.Id);
        foreach (var (person, group) in new[] { (commission.Chair, MemberGroup.Parents), (commission.Secretary, MemberGroup.Teachers), (commission.Present, MemberGroup.Administration), (commission.Absent, MemberGroup.Parents) })
            meeting.Attendances.Add(new Attendance
            {
                School = commission.School.Id, Meeting = id, Person = person.Id, Group = group, Presence = person == commission.Absent ? Presence.Absent : Presence.Present,
            });
        await db.SaveChangesAsync();
    }

    public static async Task EndAsync(this TestMeeting commission, MeetingId id, MeetingState state = MeetingState.Ended)
    {
        await using var db = commission.School.Database.Open(commission.School.Id);
        await db.Set<Meeting>().Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, state));
    }
}
