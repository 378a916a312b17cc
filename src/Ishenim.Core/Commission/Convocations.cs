using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>
/// Composes commissions and convenes them (C1). A draft is changed at will; once it is convened, members are replaced or excused with a reason.
/// </summary>
public sealed partial class Convocations(DatabaseGate database)
{
    /// <exception cref="OnlyDirectorAppoints">Somebody else.</exception>
    /// <exception cref="ConvocationInPreparation">There is a draft already.</exception>
    /// <exception cref="TermNotPossible">The days do not fit.</exception>
    public async Task<ConvocationId> AddAsync(Actor actor, AppointmentOrder order)
    {
        RequireAppointer(actor);
        order.Check();
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<Convocation>().AnyAsync(one => one.ConvenedOn == null))
                throw new ConvocationInPreparation();
            var convocation = new Convocation
            {
                School = actor.School, Id = ConvocationId.New(), OrderNumber = order.Number, OrderOn = order.Day, SignedBy = order.SignedBy,
                From = order.From, Until = order.Until, FirstMeetingOn = order.FirstMeetingOn, TakenOver = false,
            };
            db.Add(convocation);
            await JournalAsync(db, actor, JournalVerb.ConvocationBegun, convocation);
            return convocation.Id;
        });
    }

    /// <exception cref="ConvocationIsConvened">Its order stays.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public Task ChangeAsync(Actor actor, ConvocationId id, int version, AppointmentOrder order) => WithDraftAsync(actor, id, (db, draft) =>
    {
        order.Check();
        Require(db, draft, version);
        (draft.OrderNumber, draft.OrderOn, draft.SignedBy) = (order.Number, order.Day, order.SignedBy);
        (draft.From, draft.Until, draft.FirstMeetingOn) = (order.From, order.Until, order.FirstMeetingOn);
        foreach (var member in draft.Members)
            member.From = order.From;
        return Task.CompletedTask;
    });

    /// <exception cref="MemberOfTwoGroups">The person is in another group.</exception>
    /// <exception cref="PersonHasLeft">The person is not at the school.</exception>
    public Task PutAsync(Actor actor, ConvocationId id, PersonId person, MemberGroup group) => WithDraftAsync(actor, id, async (db, draft) =>
    {
        if (draft.Members.FirstOrDefault(member => member.Person == person) is { } there)
        {
            if (there.Group != group)
                throw new MemberOfTwoGroups();
            return;
        }
        await RequireHereAsync(db, person);
        draft.Members.Add(Member(draft, person, group, draft.From));
    });

    public Task TakeOutAsync(Actor actor, ConvocationId id, PersonId person) => WithDraftAsync(actor, id, (_, draft) =>
    {
        if (draft.Members.FirstOrDefault(member => member.Person == person) is { } there)
            draft.Members.Remove(there);
        return Task.CompletedTask;
    });

    /// <summary>Drops a draft. The journal still tells of it.</summary>
    public Task DropAsync(Actor actor, ConvocationId id) => WithDraftAsync(actor, id, (db, draft) =>
    {
        db.Remove(draft);
        return JournalAsync(db, actor, JournalVerb.ConvocationDropped, draft);
    });

    /// <summary>Groups of which nobody is there yet.</summary>
    public static IReadOnlyList<MemberGroup> MissingOf(IEnumerable<ConvocationMember> members) =>
        [.. Enum.GetValues<MemberGroup>().Except(members.Select(member => member.Group))];

    private async Task WithDraftAsync(Actor actor, ConvocationId id, Func<IshenimDb, Convocation, Task> work) => await WithAsync(actor, id, async (db, convocation) =>
    {
        if (convocation.ConvenedOn is not null)
            throw new ConvocationIsConvened();
        await work(db, convocation);
        await db.SaveChangesAsync();
    });

    private async Task WithAsync(Actor actor, ConvocationId id, Func<IshenimDb, Convocation, Task> work)
    {
        RequireAppointer(actor);
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await work(db, await db.Set<Convocation>().Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == id) ?? throw new ConvocationNotConvened());
        });
    }

    internal static ConvocationMember Member(Convocation convocation, PersonId person, MemberGroup group, DateOnly from) => new()
    {
        School = convocation.School, Convocation = convocation.Id, Person = person, Group = group, From = from,
    };

    private static void RequireAppointer(Actor actor)
    {
        if (!actor.AppointsCommission())
            throw new OnlyDirectorAppoints();
    }

    private static async Task RequireHereAsync(IshenimDb db, PersonId person)
    {
        if (!await db.Set<Person>().AnyAsync(one => one.Id == person && one.LeftOn == null))
            throw new PersonHasLeft();
    }

    private static void Require(IshenimDb db, Convocation convocation, int version)
    {
        db.Entry(convocation).Property(one => one.Version).OriginalValue = version;
        convocation.Version = version + 1;
    }

    private static Task JournalAsync(IshenimDb db, Actor actor, string verb, Convocation convocation, PersonId? person = null) =>
        db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Person: person, Detail: $"convocation:{convocation.Id.Value:N}"));
}
