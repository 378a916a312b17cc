using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

public sealed partial class MeetingConduct
{
    /// <summary>What was heard and who spoke. Of a letter it is sealed with the letter, elsewhere.</summary>
    /// <exception cref="ItemNotPossible">It is a letter.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote meanwhile.</exception>
    public Task NoteAsync(Actor actor, Guid id, ItemNotes notes) => WithItemAsync(actor, id, async (led, item) =>
    {
        if (item.Kind == AgendaKind.Letter)
            throw new ItemNotPossible();
        Require(led.Db, item, notes.Version);
        (item.Heard, item.Spoke) = (notes.Heard, notes.Spoke);
        await led.Db.SaveChangesAsync();
    }, draft: true);

    /// <summary>Members who take no part in a matter, because it is theirs: they do not vote in it. Of a letter it is sealed with the letter.</summary>
    /// <exception cref="ItemNotPossible">It is a letter.</exception>
    /// <exception cref="NotInMeeting">Somebody named took no part in the meeting.</exception>
    /// <exception cref="ItemWasTakenUp">It was voted already.</exception>
    public Task RecuseAsync(Actor actor, Guid id, IReadOnlyList<PersonId> recused) => WithItemAsync(actor, id, async (led, item) =>
    {
        if (item.Kind == AgendaKind.Letter)
            throw new ItemNotPossible();
        if (item.Ballots.Count > 0)
            throw new ItemWasTakenUp();
        if (recused.Any(person => !TookPart(led.Meeting, person)))
            throw new NotInMeeting();
        item.Recused = [.. recused.Distinct()];
        item.Version++;
        await led.JournalAsync(JournalVerb.ItemRecused, item: item);
    });

    /// <exception cref="ElectionComesFirst">There is no chair: nothing else is closed before (C3).</exception>
    /// <exception cref="NobodyElected">An election without a result, which was not tried twice.</exception>
    public Task CloseAsync(Actor actor, Guid id, int version) => WithItemAsync(actor, id, async (led, item) =>
    {
        Require(led.Db, item, version);
        if (!item.IsElection)
            await led.RequireChairAsync();
        // After two rounds without a result the next meeting elects; the deputy's office may stay free.
        else if (item.Elected is null && item.Ballots.Count < 2 && item.Kind != AgendaKind.ElectDeputy)
            throw new NobodyElected();
        item.Closed = true;
        await led.JournalAsync(JournalVerb.ItemClosed, item: item);
    });

    /// <summary>Opens an item again, while the meeting goes on. An election stays.</summary>
    /// <exception cref="ElectionIsOver">Somebody was elected in it.</exception>
    public async Task ReopenAsync(Actor actor, Guid id) => await WithItemAsync(actor, id, async (led, item) =>
    {
        if (item.Elected is not null)
            throw new ElectionIsOver();
        (item.Closed, item.Version) = (false, item.Version + 1);
        await led.JournalAsync(JournalVerb.ItemReopened, item: item);
    }, closed: true);

    /// <summary>Enters what the commission decides: a measure with owner and last day.</summary>
    /// <exception cref="ElectionComesFirst">There is no chair.</exception>
    /// <exception cref="DecisionOfRestricted">It is sealed with its minutes.</exception>
    /// <exception cref="DecisionWithoutOwner">Nobody is named, or one who has left.</exception>
    /// <exception cref="DecisionDayNotPossible">Its last day is before the meeting.</exception>
    public Task DecideAsync(Actor actor, Guid id, NewDecision input) => WithItemAsync(actor, id, async (led, item) =>
    {
        await led.RequireChairAsync();
        if (item.Restricted)
            throw new DecisionOfRestricted();
        if (input.Owner is not { } owner || !await led.Db.Set<Person>().AnyAsync(person => person.Id == owner && person.LeftOn == null))
            throw new DecisionWithoutOwner();
        if (input.DueOn < led.Meeting.HeldOn)
            throw new DecisionDayNotPossible();
        var places = await led.Db.Set<Decision>().Where(one => one.Item == id).Select(one => new { one.Id, one.Place }).ToListAsync();
        if (places.Exists(one => one.Id == input.Id))
            return;
        led.Db.Add(new Decision
        {
            School = led.Db.School, Id = input.Id, Meeting = led.Meeting.Id, Item = id, Place = places.Select(one => one.Place).DefaultIfEmpty(0).Max() + 1,
            Text = input.Text, Owner = owner, DueOn = input.DueOn, State = DecisionState.Open,
        });
        item.Version++;
        await led.JournalAsync(JournalVerb.DecisionMade, person: owner, item: item);
    }, draft: true);

    /// <summary>Takes back what was entered by mistake, until somebody signs.</summary>
    public Task WithdrawAsync(Actor actor, Guid id, Guid decision) => WithItemAsync(actor, id, async (led, item) =>
    {
        if (await led.Db.Set<Decision>().Where(one => one.Item == id && one.Id == decision && one.State == DecisionState.Open).ExecuteDeleteAsync() == 0)
            return;
        item.Version++;
        await led.JournalAsync(JournalVerb.DecisionWithdrawn, item: item);
    }, draft: true);

    /// <param name="actor">Who leads or writes.</param>
    /// <param name="id">The item.</param>
    /// <param name="work">What is done with it.</param>
    /// <param name="closed">Whether it may be closed.</param>
    /// <param name="draft">Whether chair and secretary may do it still while the protocol is a draft: then all agree anew.</param>
    private async Task WithItemAsync(Actor actor, Guid id, Func<Led, AgendaItem, Task> work, bool closed = false, bool draft = false)
    {
        MeetingId meeting;
        await using (var look = database.Open(actor.School))
            meeting = await look.Set<AgendaItem>().Where(item => item.Id == id).Select(item => item.Meeting).SingleOrDefaultAsync();
        await database.LeadAsync(actor, meeting, async led =>
        {
            if (draft)
                led.RequireWritten();
            else
                led.RequireGoingOn();
            var item = await led.Db.AgendaFor(actor).SingleOrDefaultAsync(one => one.Id == id) ?? throw new MeetingNotGoingOn();
            if (item.Appeal is not null && !(await led.Db.VotersAsync(led.Meeting, item)).Contains(actor.Person))
                throw new LeaderIsRecused();
            if (led.Meeting.State == MeetingState.Ended)
                foreach (var one in led.Meeting.Attendances)
                    one.AgreedOn = null;
            else if (item.Closed && !closed)
                throw new ItemIsClosed();
            await work(led, item);
        });
    }

    private static void Require(IshenimDb db, AgendaItem item, int version)
    {
        db.Entry(item).Property(one => one.Version).OriginalValue = version;
        item.Version = version + 1;
    }
}
