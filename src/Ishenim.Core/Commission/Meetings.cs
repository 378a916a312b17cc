using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>Plans the commission's meetings (C2): when, where, what about, and who is told. Holding them is <see cref="MeetingConduct"/>.</summary>
public sealed partial class Meetings(DatabaseGate database)
{
    /// <summary>Plans a meeting and invites the members. Elections and unfinished decisions are put on its agenda by themselves.</summary>
    /// <exception cref="NoCommission">None is convened.</exception>
    /// <exception cref="OnlyCommissionLeads">Somebody else.</exception>
    /// <exception cref="MeetingDayNotPossible">Outside of the term, or more than a year ahead.</exception>
    /// <exception cref="MeetingBeforeFirst">The one that elects the chair is later.</exception>
    public async Task PlanAsync(Actor actor, NewMeeting input)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var commission = await db.LedCommissionAsync(actor);
            if (await db.Set<Meeting>().AnyAsync(one => one.Id == input.Id))
                return;
            RequireDay(actor, commission, input);
            await RequireNotBeforeFirstAsync(db, commission, input);
            var meeting = new Meeting
            {
                School = actor.School, Id = input.Id, Convocation = commission.Id, PlannedOn = input.On, PlannedMinute = input.Minute, Place = input.Place,
                Extraordinary = input.Extraordinary, Guests = input.Guests, State = MeetingState.Planned,
            };
            db.Add(meeting);
            await Agenda.RenewAsync(db, commission, meeting);
            var led = new Led(db, actor, commission, meeting);
            await TellAsync(led, input.Extraordinary ? Notice.MeetingCalledNow : Notice.MeetingCalled);
            await led.JournalAsync(JournalVerb.MeetingPlanned, On(meeting));
        });
    }

    /// <summary>Another day, hour or place; everybody is told.</summary>
    /// <exception cref="MeetingNotPlanned">It has begun.</exception>
    /// <exception cref="MeetingDayNotPossible">Outside of the term, or more than a year ahead.</exception>
    /// <exception cref="MeetingBeforeFirst">The one that elects the chair is later.</exception>
    public Task ChangeAsync(Actor actor, NewMeeting input, int version) => database.LeadAsync(actor, input.Id, async led =>
    {
        led.RequirePlanned();
        led.Require(version);
        RequireDay(actor, led.Commission, input);
        await RequireNotBeforeFirstAsync(led.Db, led.Commission, input);
        var meeting = led.Meeting;
        var moved = meeting.PlannedOn != input.On || meeting.PlannedMinute != input.Minute || meeting.Place != input.Place;
        (meeting.PlannedOn, meeting.PlannedMinute, meeting.Place, meeting.Guests, meeting.Extraordinary) = (input.On, input.Minute, input.Place, input.Guests, input.Extraordinary);
        if (moved)
            await TellAsync(led, Notice.MeetingChanged);
        await led.JournalAsync(JournalVerb.MeetingChanged, On(meeting));
    });

    /// <exception cref="MeetingNotPlanned">It has begun.</exception>
    /// <exception cref="MeetingHasLetters">Their members would keep them for nothing.</exception>
    public Task CancelAsync(Actor actor, MeetingId id, string why, int version) => database.LeadAsync(actor, id, async led =>
    {
        led.RequirePlanned();
        led.Require(version);
        if (await led.Db.AgendaFor(actor).AnyAsync(item => item.Meeting == id && item.Kind == AgendaKind.Letter))
            throw new MeetingHasLetters();
        // Restricted ones that this person does not hold: their readers put them on another agenda.
        await AgendaAccess.CloseAsync(led.Db, actor, id);
        (led.Meeting.State, led.Meeting.Reason) = (MeetingState.Cancelled, why);
        await TellAsync(led, Notice.MeetingCancelled);
        await led.JournalAsync(JournalVerb.MeetingCancelled, On(led.Meeting));
    });

    private static string On(Meeting meeting) => $" on:{meeting.PlannedOn:yyyy-MM-dd}{(meeting.Extraordinary ? " extraordinary" : "")}";

    private static void RequireDay(Actor actor, Convocation commission, NewMeeting input)
    {
        // A meeting that was held on paper is planned for its own day, then begun with it: late, and the protocol says so.
        if (input.On < commission.FirstMeetingDay || input.On > commission.Until || input.On > actor.Today.AddYears(1))
            throw new MeetingDayNotPossible();
    }

    private static async Task RequireNotBeforeFirstAsync(IshenimDb db, Convocation commission, NewMeeting input)
    {
        if (commission.Chair is null && await FirstAsync(db, commission) is { } first && first.Id != input.Id && (input.On, input.Minute).CompareTo((first.PlannedOn, first.PlannedMinute)) < 0)
            throw new MeetingBeforeFirst();
    }

    /// <summary>The next planned one, which elects the chair where there is none.</summary>
    internal static Task<Meeting?> FirstAsync(IshenimDb db, Convocation commission) => db.Set<Meeting>().Where(one => one.Convocation == commission.Id && one.State == MeetingState.Planned)
        .OrderBy(one => one.PlannedOn).ThenBy(one => one.PlannedMinute).FirstOrDefaultAsync();

    internal static async Task TellAsync(Led led, Notice notice)
    {
        // One that was held on paper before anybody planned it here invites nobody.
        if (led.Meeting.PlannedOn < led.Actor.Today)
            return;
        var members = led.Commission.At(led.Meeting.PlannedOn).Select(member => member.Person).ToList();
        var people = await led.Db.Set<Person>().AsNoTracking().Where(person => members.Contains(person.Id) && person.LeftOn == null && person.Email != null).ToListAsync();
        foreach (var person in people)
            led.Db.AddNotice(person.Email!, person.Language, notice, led.Actor.At, led.Meeting.Id.Value);
    }
}
