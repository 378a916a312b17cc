using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>What planning and holding a meeting have in common.</summary>
internal static class MeetingRows
{
    /// <summary>Runs work on a meeting with the school locked, for who leads its commission.</summary>
    /// <exception cref="NoCommission">None is convened, or the meeting is of one before.</exception>
    /// <exception cref="OnlyCommissionLeads">Somebody else.</exception>
    public static async Task LeadAsync(this DatabaseGate database, Actor actor, MeetingId id, Func<Led, Task> work)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var commission = await db.LedCommissionAsync(actor, id);
            var meeting = await db.Set<Meeting>().Include(one => one.Attendances).SingleOrDefaultAsync(one => one.Id == id && one.Convocation == commission.Id);
            await work(new Led(db, actor, commission, meeting ?? throw new NoCommission()));
        });
    }

    /// <summary>The commission of now, where this person leads it, or the meeting at hand that goes on.</summary>
    public static async Task<Convocation> LedCommissionAsync(this IshenimDb db, Actor actor, MeetingId? at = null)
    {
        var commission = await db.CommissionAsync() ?? throw new NoCommission();
        if (commission.IsLedBy(actor) || await db.Set<Meeting>().AnyAsync(meeting => meeting.Id == at && meeting.State == MeetingState.Held
            && (meeting.Chair == actor.Person || meeting.Secretary == actor.Person || meeting.BegunBy == actor.Person)))
            return commission;
        throw new OnlyCommissionLeads();
    }

    public static Task<List<AgendaItem>> AgendaAsync(this IshenimDb db, MeetingId meeting) =>
        db.Set<AgendaItem>().Where(item => item.Meeting == meeting).OrderBy(item => item.Place).ToListAsync();
}

/// <summary>A meeting at hand, by who leads it.</summary>
internal sealed record Led(IshenimDb Db, Actor Actor, Convocation Commission, Meeting Meeting)
{
    /// <exception cref="MeetingNotPlanned">It has begun, or was cancelled.</exception>
    public void RequirePlanned()
    {
        if (Meeting.State != MeetingState.Planned)
            throw new MeetingNotPlanned();
    }

    /// <exception cref="MeetingNotGoingOn">It has not begun, or is over.</exception>
    public void RequireGoingOn()
    {
        if (Meeting.State != MeetingState.Held)
            throw new MeetingNotGoingOn();
    }

    /// <summary>Going on; or over and not signed, for its chair and secretary, who write the draft.</summary>
    /// <exception cref="MeetingNotGoingOn">It has not begun, or is over.</exception>
    public void RequireWritten()
    {
        if (Meeting.State != MeetingState.Ended || (Meeting.Chair != Actor.Person && Meeting.Secretary != Actor.Person))
            RequireGoingOn();
    }

    /// <exception cref="DbUpdateConcurrencyException">At saving: somebody else changed the meeting since that version was shown.</exception>
    public void Require(int version)
    {
        Db.Entry(Meeting).Property(one => one.Version).OriginalValue = version;
        Meeting.Version = version + 1;
    }

    /// <summary>A meeting that began with a chair goes on under who leads it, also where the chair leaves meanwhile.</summary>
    /// <exception cref="ElectionComesFirst">This meeting elects the chair, and has not yet (C3).</exception>
    public async Task RequireChairAsync()
    {
        if (Commission.Chair is null && await Db.Set<AgendaItem>().AnyAsync(item => item.Meeting == Meeting.Id && item.Kind == AgendaKind.ElectChair))
            throw new ElectionComesFirst();
    }

    public async Task JournalAsync(string verb, string more = "", PersonId? person = null, AgendaItem? item = null)
    {
        await Db.SaveChangesAsync();
        // A line of a letter is seen by who may know of the letter.
        await Db.JournalActAsync(Actor.At, Actor.Today, new Act(Actor.Person, verb, item?.Appeal, person, $"meeting:{Meeting.Id.Value:N}{more}"));
    }
}
