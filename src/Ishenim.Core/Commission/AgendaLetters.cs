using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Appeals.Redacting;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>
/// Puts letters on agendas and takes them off. Members get the keys of this letter alone, for as long as it is on their
/// agenda; one whom it is about never has it (X2), and no row in the clear says who that is.
/// </summary>
public sealed class AgendaLetters(AppealDesk desk, DatabaseGate database)
{
    /// <summary>Where it could go, and who would have it; null: no such letter for this reader. No text is opened for it.</summary>
    public async Task<AgendaOffer?> OfferAsync(Actor actor, AppealId id)
    {
        AgendaOffer? offer = null;
        await desk.WithAsync(actor, id, async held =>
        {
            var (commission, standing) = (await held.Db.CommissionAsync(), await StandingAsync(held.Db, id));
            var members = await AgendaMembers.OfAsync(held, commission is null ? [] : [.. commission.At(actor.Today).Select(member => member.Person)]);
            offer = new AgendaOffer
            {
                Facts = held.Facts, Version = held.Row.Version, Restricted = held.Row.Restricted, RedactedOn = (await held.RedactedCopyAsync())?.Day,
                Meetings = commission is null ? [] : await Open(held.Db, commission.Id).OrderBy(meeting => meeting.PlannedOn).ThenBy(meeting => meeting.PlannedMinute).ToListAsync(),
                Given = [.. members.Given.Select(person => person.Id)], Reading = members.Reading, Kept = members.Kept, WithoutKey = members.WithoutKey,
                Standing = standing?.Id, Missing = standing is null ? [] : [.. (await MissingAsync(held, standing)).Select(person => person.Id)],
            };
        });
        return offer;
    }

    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="AppealIsClosed">There is nothing to consider.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody changed it.</exception>
    /// <exception cref="DeskNotHeld">This person has the letter by its writer's word.</exception>
    /// <exception cref="AnswerDidNotHelp">Its writer said so: it is considered again first.</exception>
    /// <exception cref="NoSuchAgenda">No meeting of the commission of now, or one that is over.</exception>
    /// <exception cref="LetterIsOnAgenda">It is on one already.</exception>
    /// <exception cref="NoRedactedCopy">There is none to give.</exception>
    /// <exception cref="NoMemberMayRead">Nobody could speak about it.</exception>
    public Task<bool> PutAsync(Actor actor, AppealId id, NewAgendaLetter input) => desk.WithReadersAsync(actor, id, async held =>
    {
        if (await held.Db.Set<AgendaItem>().AnyAsync(item => item.Id == input.Id))
            return;
        held.RequireOpen();
        held.Require(input.Version);
        held.RequireDesk();
        await held.RequireHelpedAsync();
        await held.Db.LockMeetingAsync(input.Meeting);
        var members = await AgendaMembers.OfAsync(held, await MembersAsync(held, input.Meeting));
        if (await StandingAsync(held.Db, id) is not null)
            throw new LetterIsOnAgenda();
        if (input.Redacted && await held.RedactedCopyAsync() is null)
            throw new NoRedactedCopy();
        if (members.Given.Count + members.Reading.Count == 0)
            throw new NoMemberMayRead();
        await held.TakeCommissionKeyAsync();
        await held.GiveOnAgendaAsync(members.Given, input.Redacted);
        await AddAsync(held, input, members);
        held.Change(held.Facts.State == AppealState.Registered ? held.Facts with { State = AppealState.UnderConsideration } : held.Facts);
        // Who has it and who not is no matter of the journal: it would name whom the letter is kept from.
        await held.JournalAsync(JournalVerb.LetterOnAgenda, detail: $"meeting:{input.Meeting.Value:N}");
    });

    /// <summary>Gives it to those who could have it by its place on an agenda and have it not.</summary>
    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="NoSuchAgenda">It stands on none.</exception>
    /// <exception cref="NoMemberMayRead">All have it who may.</exception>
    /// <exception cref="CommissionKeyNotHeld">This reader lacks what they shall get.</exception>
    public Task<bool> GiveToRestAsync(Actor actor, AppealId id) => desk.WithReadersAsync(actor, id, async held =>
    {
        var item = await StandingAsync(held.Db, id) ?? throw new NoSuchAgenda();
        await held.Db.LockMeetingAsync(item.Meeting);
        var people = await MissingAsync(held, item);
        if (people.Count == 0)
            throw new NoMemberMayRead();
        if (await held.AskAsync(item) is not { } ask || !held.CanGiveOnAgenda(ask.Value.Redacted))
            throw new CommissionKeyNotHeld();
        await held.GiveOnAgendaAsync(people, ask.Value.Redacted);
        Assign(held, item.Id, item.Ask!.Value, people);
        held.Row.Version++;
        await held.JournalAsync(JournalVerb.LetterOnAgenda, detail: $"meeting:{item.Meeting.Value:N}");
    });

    /// <summary>Takes it off before the meeting begins; members lose it, and what they have read stays read.</summary>
    /// <returns>False: no such item of a letter for this person.</returns>
    /// <exception cref="AgendaStands">The meeting has begun.</exception>
    /// <exception cref="NotTakenOffByOthers">This person neither leads the commission nor put it there.</exception>
    public async Task<bool> TakeOffAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.AgendaFor(actor).SingleOrDefaultAsync(one => one.Id == id && one.Appeal != null) is not { } item)
                return false;
            await RequireMayTakeOffAsync(db, actor, item);
            await db.EndOnAgendaAsync(actor, await db.OpenOnAgenda([id]).ToListAsync(), AssignmentState.Recalled);
            db.Remove(item);
            await db.SaveChangesAsync();
            await db.Set<AgendaItem>().Where(other => other.Meeting == item.Meeting && other.Place > item.Place).ExecuteUpdateAsync(row => row.SetProperty(one => one.Place, one => one.Place - 1));
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.LetterOffAgenda, item.Appeal, Detail: $"meeting:{item.Meeting.Value:N}"));
            return true;
        });
    }

    private static async Task RequireMayTakeOffAsync(IshenimDb db, Actor actor, AgendaItem item)
    {
        await db.LockMeetingAsync(item.Meeting);
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(one => one.Id == item.Meeting);
        if (meeting.State != MeetingState.Planned)
            throw new AgendaStands();
        var leads = await db.Set<Convocation>().AsNoTracking().SingleAsync(one => one.Id == meeting.Convocation);
        if (!leads.IsLedBy(actor) && !await db.Set<Part>().AnyAsync(part => part.Appeal == item.Appeal && part.Sequence == item.Ask && part.Author == actor.Person))
            throw new NotTakenOffByOthers();
    }

    /// <summary>Members of a planned meeting; of one that goes on, those who take part.</summary>
    private static async Task<IReadOnlyCollection<PersonId>> MembersAsync(HeldAppeal held, MeetingId id)
    {
        var commission = await held.Db.CommissionAsync() ?? throw new NoSuchAgenda();
        var meeting = await Open(held.Db, commission.Id).Include(one => one.Attendances).SingleOrDefaultAsync(one => one.Id == id) ?? throw new NoSuchAgenda();
        return meeting.State == MeetingState.Planned
            ? [.. commission.At(held.Actor.Today).Select(member => member.Person)]
            : [.. meeting.Attendances.Where(one => one.TookPart).Select(one => one.Person).Intersect(commission.At(held.Actor.Today).Select(member => member.Person))];
    }

    private static async Task AddAsync(HeldAppeal held, NewAgendaLetter input, AgendaMembers members)
    {
        var (db, row) = (held.Db, held.Row);
        var ask = new AgendaAsk { Text = input.Ask, Recused = members.Kept, Redacted = input.Redacted };
        var part = await held.AddAsync(KeyClass.Commission, PartKind.Agenda, JsonSerializer.Serialize(ask));
        var last = await db.Set<AgendaItem>().Where(item => item.Meeting == input.Meeting).MaxAsync(item => (int?)item.Place) ?? 0;
        db.Add(new AgendaItem
        {
            School = row.School, Id = input.Id, Meeting = input.Meeting, Place = last + 1, Kind = AgendaKind.Letter, Appeal = row.Id, Ask = part.Sequence,
            Number = row.Restricted ? null : held.Facts.Number, Restricted = row.Restricted,
        });
        Assign(held, input.Id, part.Sequence, members.Given);
    }

    private static void Assign(HeldAppeal held, Guid item, int ask, IReadOnlyList<RosterLine> people) => held.Db.AddRange(people.Select((person, i) => new Assignment
    {
        School = held.Row.School, Id = Guid.NewGuid(), Appeal = held.Row.Id, Recipient = person.Id.Value, Instruction = ask, Place = i + 1,
        Lead = false, State = AssignmentState.Open, AgendaItem = item,
    }));

    private static async Task<IReadOnlyList<RosterLine>> MissingAsync(HeldAppeal held, AgendaItem item)
    {
        var having = await held.Db.OpenOnAgenda([item.Id]).Select(one => one.Recipient).ToListAsync();
        var members = await AgendaMembers.OfAsync(held, await MembersAsync(held, item.Meeting));
        return [.. members.Given.Where(person => !having.Contains(person.Id.Value))];
    }

    private static IQueryable<Meeting> Open(IshenimDb db, ConvocationId commission) => db.Set<Meeting>().AsNoTracking()
        .Where(meeting => meeting.Convocation == commission && (meeting.State == MeetingState.Planned || meeting.State == MeetingState.Held));

    /// <summary>The letter's place on an agenda of the commission of now that is not over.</summary>
    private static async Task<AgendaItem?> StandingAsync(IshenimDb db, AppealId appeal)
    {
        if (await db.CommissionAsync() is not { } commission)
            return null;
        var meetings = Open(db, commission.Id).Select(meeting => meeting.Id);
        return await db.Set<AgendaItem>().AsNoTracking().Where(item => item.Appeal == appeal && !item.Closed && meetings.Contains(item.Meeting)).FirstOrDefaultAsync();
    }
}
