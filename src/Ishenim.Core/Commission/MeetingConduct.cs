using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>
/// Holds a meeting: begins it with a quorum, takes up its items one after another, and ends it. Each step is a transaction of its own, so that
/// a meeting goes on after any interruption and on any device.
/// </summary>
public sealed partial class MeetingConduct(DatabaseGate database)
{
    /// <summary>Begins it: it gets its protocol's number, and who is absent loses its letters.</summary>
    /// <exception cref="MeetingNotPlanned">It has begun, or was cancelled.</exception>
    /// <exception cref="MeetingInFuture">It has not happened yet.</exception>
    /// <exception cref="MeetingDayNotPossible">Before the commission's term, or after it.</exception>
    /// <exception cref="MeetingBeforeFirst">There is no chair, and an earlier meeting is planned.</exception>
    /// <exception cref="AnotherMeetingGoesOn">It is ended first.</exception>
    /// <exception cref="HeldBeforeAnother">One of a later day has its number.</exception>
    /// <exception cref="NotInMeeting">Somebody named is no member.</exception>
    /// <exception cref="QuorumMissing">Too few came.</exception>
    /// <exception cref="NobodyLeads">Nobody is said to lead who came.</exception>
    /// <exception cref="NobodyWrites">Nobody is said to write who came and does not lead.</exception>
    public Task BeginAsync(Actor actor, School school, MeetingId id, MeetingBeginning input) => database.LeadAsync(actor, id, async led =>
    {
        led.RequirePlanned();
        led.Require(input.Version);
        await RequireTimeAsync(led, school, input);
        var meeting = led.Meeting;
        foreach (var member in MembersOf(led, input))
            meeting.Attendances.Add(member);
        RequireQuorum(meeting, school.Settings.Quorum);
        (meeting.Chair, meeting.Secretary) = (LeaderOf(led, input), null);
        meeting.Secretary = WriterOf(led, input);
        (meeting.State, meeting.HeldOn, meeting.BeganMinute, meeting.EnteredOn) = (MeetingState.Held, input.On, input.Minute, actor.Today);
        meeting.BegunBy = actor.Person;
        meeting.Number = (int)await led.Db.NextNumberAsync($"protocols:{SchoolYear.From(input.On).Begins}");
        await Agenda.RenewAsync(led.Db, led.Commission, meeting);
        await led.Db.SaveChangesAsync();
        await AgendaAccess.KeepAsync(led.Db, actor, id, [.. meeting.Attendances.Where(one => one.TookPart).Select(one => one.Person)]);
        await led.JournalAsync(JournalVerb.MeetingBegun, $" protocol:{meeting.Year.Begins}:{meeting.Number}");
    });

    /// <summary>A member comes later, or from elsewhere, and gets the letters back that this person holds; or an absence has a reason.</summary>
    /// <exception cref="NotInMeeting">The person was no member when it began.</exception>
    /// <exception cref="PresenceStands">Who leads or writes, or after a vote, is not marked absent.</exception>
    /// <exception cref="QuorumMissing">Without them there would be none.</exception>
    /// <exception cref="MeetingNotGoingOn">It is over, or has not begun.</exception>
    public Task AttendAsync(Actor actor, School school, MeetingId id, MemberPresence presence) => database.LeadAsync(actor, id, async led =>
    {
        led.RequireGoingOn();
        var member = led.Meeting.Attendances.SingleOrDefault(one => one.Person == presence.Person) ?? throw new NotInMeeting();
        // A wrong press is put right until somebody votes; afterwards who was there stays so in the protocol.
        if (member.TookPart && presence.Presence == Presence.Absent)
            await RequireDispensableAsync(led, school, member);
        member.Presence = presence.Presence;
        member.Reason = member.TookPart ? "" : presence.Reason;
        await led.Db.SaveChangesAsync();
        if (!member.TookPart)
            await AgendaAccess.KeepAsync(led.Db, actor, id, [.. led.Meeting.Attendances.Where(one => one.TookPart).Select(one => one.Person)]);
        else
            await AgendaAccess.ReturnAsync(led.Db, actor, id, [member.Person]);
        await led.JournalAsync(JournalVerb.MeetingAttended, person: member.Person);
    });

    /// <summary>Ends it: its protocol is a draft that those present read.</summary>
    /// <exception cref="MeetingNotGoingOn">It is over, or has not begun.</exception>
    /// <exception cref="ItemsAreOpen">They are closed, or moved to another meeting.</exception>
    /// <exception cref="EndBeforeBeginning">The hour is before its beginning.</exception>
    public Task EndAsync(Actor actor, MeetingId id, TimeOnly at) => database.LeadAsync(actor, id, async led =>
    {
        led.RequireGoingOn();
        // Nobody was elected: what cannot be decided then comes up again by itself.
        if (led.Commission.Chair is null)
            led.Db.RemoveRange((await led.Db.AgendaAsync(id)).Where(item => item.Kind == AgendaKind.EarlierDecisions && !item.Closed));
        await led.Db.SaveChangesAsync();
        // A restricted letter that this person does not hold is not there: that nobody took it up is not said either.
        var open = await led.Db.AgendaFor(actor).CountAsync(item => item.Meeting == id && !item.Closed);
        if (open > 0)
            throw new ItemsAreOpen(open);
        var minute = (at.Hour * 60) + at.Minute;
        if (minute < led.Meeting.BeganMinute)
            throw new EndBeforeBeginning();
        (led.Meeting.State, led.Meeting.EndedMinute) = (MeetingState.Ended, minute);
        led.Meeting.Version++;
        await led.JournalAsync(JournalVerb.MeetingEnded);
    });

    private static async Task RequireTimeAsync(Led led, School school, MeetingBeginning input)
    {
        var (today, now) = school.Clock(TimeProvider.System).DayAndTimeOf(led.Actor.At);
        if (input.On > today || (input.On == today && input.At > now))
            throw new MeetingInFuture();
        if (input.On < led.Commission.FirstMeetingDay || input.On > led.Commission.Until)
            throw new MeetingDayNotPossible();
        if (await led.Db.Set<Meeting>().AnyAsync(one => one.State == MeetingState.Held))
            throw new AnotherMeetingGoesOn();
        if (led.Commission.Chair is null && (await Meetings.FirstAsync(led.Db, led.Commission))?.Id != led.Meeting.Id)
            throw new MeetingBeforeFirst();
        var (on, minute) = (input.On, input.Minute);
        if (await led.Db.Set<Meeting>().AnyAsync(one => one.Number != null && (one.HeldOn > on || (one.HeldOn == on && one.BeganMinute > minute))))
            throw new HeldBeforeAnother();
    }

    /// <summary>A row for everybody who was a member that day.</summary>
    private static List<Attendance> MembersOf(Led led, MeetingBeginning input)
    {
        var members = led.Commission.At(input.On).ToList();
        if (input.Members.Any(one => members.TrueForAll(member => member.Person != one.Person)))
            throw new NotInMeeting();
        return members.ConvertAll(member =>
        {
            var typed = input.Members.FirstOrDefault(one => one.Person == member.Person) ?? new MemberPresence(member.Person, Presence.Absent, "");
            var came = typed.Presence is Presence.Present or Presence.Remote;
            return new Attendance
            {
                School = led.Meeting.School, Meeting = led.Meeting.Id, Person = member.Person, Group = member.Group,
                Presence = came ? typed.Presence : Presence.Absent, Reason = came ? "" : typed.Reason,
            };
        });
    }

    private static async Task RequireDispensableAsync(Led led, School school, Attendance member)
    {
        if (member.Person == led.Meeting.Chair || member.Person == led.Meeting.Secretary || (await led.Db.AgendaAsync(led.Meeting.Id)).Exists(item => item.Ballots.Count > 0))
            throw new PresenceStands();
        member.Presence = Presence.Absent;
        RequireQuorum(led.Meeting, school.Settings.Quorum);
    }

    private static void RequireQuorum(Meeting meeting, int percent)
    {
        var came = meeting.Attendances.Count(one => one.TookPart);
        if (!MeetingQuorum.IsThere(meeting.Attendances.Count, came, percent))
            throw new QuorumMissing(came, MeetingQuorum.Needed(meeting.Attendances.Count, percent));
    }

    private static PersonId LeaderOf(Led led, MeetingBeginning input) =>
        new[] { led.Commission.Chair, led.Commission.Deputy, input.Leads }.FirstOrDefault(one => TookPart(led.Meeting, one)) ?? throw new NobodyLeads();

    private static PersonId WriterOf(Led led, MeetingBeginning input) =>
        new[] { led.Commission.Secretary, input.Writes }.FirstOrDefault(one => TookPart(led.Meeting, one) && one != led.Meeting.Chair) ?? throw new NobodyWrites();

    internal static bool TookPart(Meeting meeting, PersonId? person) => person is not null && meeting.Attendances.Any(one => one.Person == person && one.TookPart);
}
