using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>How the members' access to the letters of a meeting stands.</summary>
/// <param name="EndedOn">The day on which its chair ended it; null: not yet.</param>
/// <param name="MayEnd">This person can end it.</param>
public sealed record AgendaStanding(DateOnly? EndedOn, bool MayEnd);

/// <summary>
/// How long members have the letters of a meeting. What is internal runs in the transaction of who calls it, which has locked
/// the school before; journal lines are the caller's.
/// </summary>
public sealed class AgendaAccess(DatabaseGate database)
{
    /// <summary>The chair ends it after the meeting; said once more, nothing happens.</summary>
    /// <returns>False: no such meeting.</returns>
    /// <exception cref="OnlyChairEndsAccess">Somebody else.</exception>
    /// <exception cref="MeetingGoesOn">It is not over.</exception>
    public async Task<bool> EndAsync(Actor actor, MeetingId id)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await db.LockMeetingAsync(id);
            if (await db.Set<Meeting>().SingleOrDefaultAsync(one => one.Id == id) is not { } meeting)
                return false;
            if (!await MayEndAsync(db, actor, meeting))
                throw new OnlyChairEndsAccess();
            if (meeting.State is not (MeetingState.Ended or MeetingState.Signed))
                throw new MeetingGoesOn();
            if (meeting.AccessEndedOn is not null)
                return true;
            (meeting.AccessEndedOn, meeting.Version) = (actor.Today, meeting.Version + 1);
            await CloseAsync(db, actor, id);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.AgendaAccessEnded, Detail: $"meeting:{id.Value:N}"));
            return true;
        });
    }

    /// <summary>Whether it was ended, and whether this person may end it now.</summary>
    /// <returns>Null: no such meeting, or it has not begun.</returns>
    public async Task<AgendaStanding?> OfAsync(Actor actor, MeetingId id)
    {
        await using var db = database.Open(actor.School);
        if (await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.HeldOn != null && one.State != MeetingState.Cancelled) is not { } meeting)
            return null;
        var isOver = meeting.State is MeetingState.Ended or MeetingState.Signed;
        return new AgendaStanding(meeting.AccessEndedOn, isOver && await MayEndAsync(db, actor, meeting));
    }

    /// <summary>Who led it, the commission's chair, and the deputy where a letter is kept from these.</summary>
    private static async Task<bool> MayEndAsync(IshenimDb db, Actor actor, Meeting meeting) =>
        actor.Person == meeting.Chair || (await db.CommissionAsync() is { } commission && (actor.Person == commission.Chair || actor.Person == commission.Deputy));

    /// <summary>The meeting goes on with these alone: all others lose its letters.</summary>
    internal static async Task KeepAsync(IshenimDb db, Actor actor, MeetingId meeting, IReadOnlyCollection<PersonId> present)
    {
        var ids = present.Select(person => person.Value).ToList();
        var open = await db.OpenOnAgenda(await ItemsAsync(db, meeting)).ToListAsync();
        await db.EndOnAgendaAsync(actor, open.FindAll(one => !ids.Contains(one.Recipient)), AssignmentState.Ended);
    }

    /// <summary>These came late: they get its letters back that the actor holds, and that are not kept from them. Of the others nothing is said.</summary>
    internal static async Task ReturnAsync(IshenimDb db, Actor actor, MeetingId meeting, IReadOnlyCollection<PersonId> arrived)
    {
        foreach (var item in await db.LettersOf(meeting).AsNoTracking().OrderBy(item => item.Appeal).ToListAsync())
            await ReturnAsync(db, actor, item, arrived);
    }

    /// <summary>All lose its letters: it was cancelled, or its chair says so.</summary>
    internal static async Task CloseAsync(IshenimDb db, Actor actor, MeetingId meeting) =>
        await db.EndOnAgendaAsync(actor, await db.OpenOnAgenda(await ItemsAsync(db, meeting)).ToListAsync(), AssignmentState.Ended);

    /// <summary>
    /// The letter's item is postponed: who has it by the one has it by the other, with what is asked. Who lost it by being absent gets it
    /// back where the actor holds the letter.
    /// </summary>
    internal static async Task MoveAsync(IshenimDb db, Actor actor, AgendaItem from, AgendaItem to)
    {
        (to.Ask, to.Restricted, to.Number) = (from.Ask, from.Restricted, from.Number);
        var following = await db.Set<Assignment>().Where(one => one.AgendaItem == from.Id && one.State != AssignmentState.Recalled).ToListAsync();
        foreach (var one in following)
            one.AgendaItem = to.Id;
        await db.SaveChangesAsync();
        await ReturnAsync(db, actor, to, [.. following.Where(one => one.State == AssignmentState.Ended).Select(one => one.Person)]);
    }

    private static async Task ReturnAsync(IshenimDb db, Actor actor, AgendaItem item, IReadOnlyCollection<PersonId> people)
    {
        var ids = people.Select(person => person.Value).ToList();
        var ended = await db.Set<Assignment>().Where(one => one.AgendaItem == item.Id && one.State == AssignmentState.Ended && ids.Contains(one.Recipient)).ToListAsync();
        if (ended.Count == 0)
            return;
        using var held = await HeldAppeal.TakeUnbrokenAsync(db, actor, item.Appeal!.Value);
        if (held is null || held.Facts.IsOver() || await held.AskAsync(item) is not { } ask || !held.CanGiveOnAgenda(ask.Value.Redacted))
            return;
        var readers = await db.AllReadersOfAsync(held.Row);
        var members = (await db.CommissionAsync())?.At(actor.Today).Select(member => member.Person).ToHashSet() ?? [];
        var back = (await db.RosterAsync()).Where(person => members.Contains(person.Id) && ended.Exists(one => one.Person == person.Id) && person.PublicKey is not null
            && !readers.Contains(person.Id) && !ReaderRule.KeptFrom(person, held.Sealed)).ToList();
        await held.GiveOnAgendaAsync(back, ask.Value.Redacted);
        foreach (var one in ended.Where(one => back.Exists(person => person.Id == one.Person)))
            one.State = AssignmentState.Open;
        await db.SaveChangesAsync();
    }

    private static Task<List<Guid>> ItemsAsync(IshenimDb db, MeetingId meeting) => db.LettersOf(meeting).Select(item => item.Id).ToListAsync();
}
