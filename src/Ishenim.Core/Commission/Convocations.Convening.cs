using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

public sealed partial class Convocations
{
    /// <summary>The draft becomes the commission; the one before it is over. Its chair is elected at its first meeting (C3).</summary>
    /// <exception cref="GroupMissing">Nobody of the administration, the teachers or the parents' committee.</exception>
    /// <exception cref="AnotherMeetingGoesOn">A meeting of the commission before is ended first.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public Task ConveneAsync(Actor actor, ConvocationId id, int version) => WithDraftAsync(actor, id, async (db, draft) =>
    {
        Require(db, draft, version);
        if (MissingOf(draft.Members).Count > 0)
            throw new GroupMissing();
        if (await db.Set<Meeting>().AnyAsync(meeting => meeting.State == MeetingState.Held))
            throw new AnotherMeetingGoesOn();
        var before = await db.CommissionAsync();
        if (before is not null)
            (before.EndedOn, before.Version) = (actor.Today, before.Version + 1);
        draft.ConvenedOn = actor.Today;
        foreach (var planned in await db.Set<Meeting>().Where(meeting => meeting.State == MeetingState.Planned).ToListAsync())
            (planned.Convocation, planned.Version) = (draft.Id, planned.Version + 1);
        await NameOrderAsync(db, draft);
        await db.SaveChangesAsync();
        var members = draft.Members.Select(member => member.Person).ToList();
        await MemberRoles.TakeAsync(db, (before?.At(actor.Today).Select(member => member.Person) ?? []).Except(members));
        await MemberRoles.GiveAsync(db, members);
        await JournalAsync(db, actor, JournalVerb.ConvocationConvened, draft);
        await db.FreezeOrderAsync(actor, draft);
        foreach (var planned in await db.Set<Meeting>().Where(meeting => meeting.Convocation == id && meeting.State == MeetingState.Planned).ToListAsync())
            await Meetings.TellAsync(new Led(db, actor, draft, planned), Notice.MeetingCalled);
    });

    /// <summary>A member of the commission is replaced or excused; an office that they held is free, and the next meeting elects.</summary>
    /// <exception cref="ConvocationNotConvened">It is a draft, or over.</exception>
    /// <exception cref="NotAMember">They are no member.</exception>
    /// <exception cref="SuccessorIsMember">Who shall come is or was one.</exception>
    /// <exception cref="MemberDayNotPossible">Before they came, or after today.</exception>
    /// <exception cref="LastOfGroup">Nobody of their group would be left.</exception>
    public Task LeaveAsync(Actor actor, ConvocationId id, MemberLeave leave) => WithAsync(actor, id, async (db, convocation) =>
    {
        if (convocation.ConvenedOn is null || convocation.EndedOn is not null)
            throw new ConvocationNotConvened();
        var member = convocation.Members.SingleOrDefault(one => one.Person == leave.Person && one.To is null) ?? throw new NotAMember();
        if (leave.Day < member.From || leave.Day > actor.Today)
            throw new MemberDayNotPossible();
        (member.To, member.Leaving, member.Reason) = (leave.Day, leave.Leaving, leave.Reason);
        if (leave.Successor is { } successor)
            await ReplaceAsync(db, convocation, successor, member.Group, leave.Day);
        if (!convocation.Members.Any(one => one.To is null && one.Group == member.Group))
            throw new LastOfGroup();
        FreeOffices(convocation, member.Person);
        convocation.Version++;
        await db.SaveChangesAsync();
        await MemberRoles.TakeAsync(db, [member.Person]);
        await ChairRole.LeaveAsync(db, actor, member.Person);
        await JournalAsync(db, actor, JournalVerb.MemberLeft, convocation, member.Person);
    });

    /// <summary>Somebody comes into a group of which nobody is left, since the last of it left the school.</summary>
    /// <exception cref="ConvocationNotConvened">It is a draft, or over.</exception>
    /// <exception cref="GroupHasMembers">Somebody of the group is there: members are replaced.</exception>
    /// <exception cref="SuccessorIsMember">Who shall come is or was a member.</exception>
    public Task FillAsync(Actor actor, ConvocationId id, PersonId person, MemberGroup group) => WithAsync(actor, id, async (db, convocation) =>
    {
        if (convocation.ConvenedOn is null || convocation.EndedOn is not null)
            throw new ConvocationNotConvened();
        if (convocation.Members.Any(one => one.To is null && one.Group == group))
            throw new GroupHasMembers();
        await ReplaceAsync(db, convocation, person, group, actor.Today);
        convocation.Version++;
        await db.SaveChangesAsync();
        await JournalAsync(db, actor, JournalVerb.MemberCame, convocation, person);
    });

    private static async Task ReplaceAsync(IshenimDb db, Convocation convocation, PersonId successor, MemberGroup group, DateOnly day)
    {
        if (convocation.Members.Any(one => one.Person == successor))
            throw new SuccessorIsMember();
        await RequireHereAsync(db, successor);
        convocation.Members.Add(Member(convocation, successor, group, day));
        await MemberRoles.GiveAsync(db, [successor]);
    }

    internal static void FreeOffices(Convocation convocation, PersonId person)
    {
        if (convocation.Chair == person)
            convocation.Chair = null;
        if (convocation.Deputy == person)
            convocation.Deputy = null;
        if (convocation.Secretary == person)
            convocation.Secretary = null;
    }

    /// <summary>Acts of opening name the order from now on.</summary>
    internal static async Task NameOrderAsync(IshenimDb db, Convocation convocation)
    {
        var school = await db.Set<School>().SingleAsync();
        school.Settings = school.Settings with { OrderNumber = convocation.OrderNumber, OrderOn = convocation.OrderOn };
    }
}
