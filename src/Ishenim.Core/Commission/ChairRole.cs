using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Commission;

/// <summary>
/// The roles of chair and deputy follow the elections (docs/adr/0028). Letters must always have somebody to go to who is neither director nor
/// responsible person (X2), so the role is never simply moved:
/// <list type="bullet">
/// <item>Who is elected chair gets the role, and a reader confirms the key anew, as of any new reader. The provisional chair, elected, is
/// one already; so is a deputy who alone stands in for a chair that is not there.</item>
/// <item>Until the elected chair may read, who had the role before keeps it: the provisional chair, or the chair of the convocation before.
/// From then on they have it no more. Before the school opened nobody holds a letter, and it goes over at once.</item>
/// <item>A chair who leaves the commission loses it where a deputy who may read stands in; else they are the provisional chair, as the
/// first was, until the next one is elected and confirmed. Who leaves the school is no reader in any case.</item>
/// <item>Letters stay with whom they were sealed to. Who holds some and would have no other role to read them by becomes a member, whom the
/// rule about readers names last, until they have handed over and stepped down.</item>
/// </list>
/// </summary>
internal static class ChairRole
{
    /// <summary>
    /// Seats who was elected, and gives the role that goes with it. Call it while the school is locked, where the journal is written: it
    /// writes to it.
    /// </summary>
    /// <param name="db">The school's database, in a transaction.</param>
    /// <param name="actor">Who leads the meeting, or takes the commission over.</param>
    /// <param name="convocation">Tracked.</param>
    /// <param name="office">One of the three elections.</param>
    /// <param name="elected">A member.</param>
    /// <exception cref="ChairMustBeIndependent">The director or the responsible person as chair or deputy.</exception>
    /// <exception cref="DeputyIsChair">The chair as their own deputy.</exception>
    /// <exception cref="PersonHasLeft">They are not at the school.</exception>
    internal static async Task GiveAsync(IshenimDb db, Actor actor, Convocation convocation, AgendaKind office, PersonId elected)
    {
        Seat(convocation, office, elected);
        convocation.Version++;
        if (office != AgendaKind.ElectSecretary)
            await GiveAsync(db, actor, elected, office == AgendaKind.ElectChair ? Role.Chair : Role.DeputyChair);
        await db.SaveChangesAsync();
        await SettleAsync(db, actor.Person, actor.At, actor.Today);
        await db.OpenWhenReadyAsync(actor.At, actor.Today);
    }

    /// <summary>Where the elected may read, who was in their place before is no more. Call it when a key was confirmed and that is saved.</summary>
    internal static async Task SettleAsync(IshenimDb db, PersonId? by, DateTime at, DateOnly today)
    {
        if (await db.CommissionAsync() is not { } now)
            return;
        var roster = await db.RosterAsync();
        var opened = (await db.Set<School>().SingleAsync()).OpenedOn is not null;
        bool Ready(PersonId? person) => roster.Any(line => line.Id == person && (line.PublicKey is not null || !opened));
        if (Ready(now.Chair))
            foreach (var former in roster.Where(line => line.Id != now.Chair && line.Roles.Contains(Role.Chair)))
                await TakeAsync(db, former, Role.Chair, (by, at, today));
        var members = now.At(today).Select(member => member.Person).ToHashSet();
        foreach (var former in roster.Where(line => line.Id != now.Deputy && line.Roles.Contains(Role.DeputyChair)))
            if (Ready(now.Deputy) || (now.Deputy is null && Ready(now.Chair) && !members.Contains(former.Id)))
                await TakeAsync(db, former, Role.DeputyChair, (by, at, today));
    }

    /// <summary>Somebody is of the commission no more; their offices are free, and that is saved.</summary>
    internal static async Task LeaveAsync(IshenimDb db, Actor actor, PersonId person)
    {
        var roster = await db.RosterAsync();
        if (roster.SingleOrDefault(line => line.Id == person) is not { } leaving)
            return;
        var context = (actor.Person, actor.At, actor.Today);
        if (leaving.Roles.Contains(Role.DeputyChair))
            await TakeAsync(db, leaving, Role.DeputyChair, context);
        if (leaving.Roles.Contains(Role.Chair) && roster.Any(other => other.Id != person && StandsReady(other)))
            await TakeAsync(db, leaving, Role.Chair, context);
    }

    private static bool StandsReady(RosterLine person) =>
        person.PublicKey is not null && (person.Roles.Contains(Role.Chair) || person.Roles.Contains(Role.DeputyChair));

    private static void Seat(Convocation convocation, AgendaKind office, PersonId elected)
    {
        switch (office)
        {
            case AgendaKind.ElectChair:
                (convocation.Chair, convocation.Deputy) = (elected, convocation.Deputy == elected ? null : convocation.Deputy);
                break;
            case AgendaKind.ElectDeputy when convocation.Chair == elected:
                throw new DeputyIsChair();
            case AgendaKind.ElectDeputy:
                convocation.Deputy = elected;
                break;
            case AgendaKind.ElectSecretary:
                convocation.Secretary = elected;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(office), office, "Nobody is elected by it.");
        }
    }

    private static async Task GiveAsync(IshenimDb db, Actor actor, PersonId id, Role role)
    {
        var person = await db.Set<Person>().Include(one => one.Roles).Include(one => one.Account).SingleOrDefaultAsync(one => one.Id == id && one.LeftOn == null)
            ?? throw new PersonHasLeft();
        if (person.Has(Role.Director) || person.Has(Role.Responsible) || person.Position == Position.Director)
            throw new ChairMustBeIndependent();
        if (person.Has(role))
            return;
        if (role == Role.Chair && person.Account is { } account && !await StandsInAloneAsync(db, id))
            (account.ConfirmedOn, account.ConfirmedBy, account.Version) = (null, null, account.Version + 1);
        if (role == Role.Chair && person.Roles.FirstOrDefault(held => held.Role == Role.DeputyChair) is { } deputy)
            person.Roles.Remove(deputy);
        person.Roles.Add(new PersonRole { School = db.School, Person = id, Role = role });
        await db.SaveChangesAsync();
        await JournalAsync(db, id, person.Roles.Select(held => held.Role), (actor.Person, actor.At, actor.Today));
    }

    /// <summary>Whether letters that are for the chair come to this deputy already, and to no chair.</summary>
    private static async Task<bool> StandsInAloneAsync(IshenimDb db, PersonId person)
    {
        var ready = (await db.RosterAsync()).Where(StandsReady).ToList();
        return ready.Exists(line => line.Id == person) && !ready.Exists(line => line.Roles.Contains(Role.Chair));
    }

    private static async Task TakeAsync(IshenimDb db, RosterLine former, Role role, (PersonId? By, DateTime At, DateOnly Today) context)
    {
        if (role == Role.Chair)
            await db.EndApprovingAsync(former.Id);
        if (role == Role.Chair && former.PublicKey is not null)
            await db.ReadersChangedAsync(context.Today);
        await db.Set<PersonRole>().Where(held => held.Person == former.Id && held.Role == role).ExecuteDeleteAsync();
        var left = await db.Set<PersonRole>().AsNoTracking().Where(held => held.Person == former.Id).Select(held => held.Role).ToListAsync();
        if (!left.Exists(RoleGroups.Reading.Contains) && await db.Set<Grant>().AnyAsync(grant => grant.Recipient == former.Id.Value))
        {
            db.Add(new PersonRole { School = db.School, Person = former.Id, Role = Role.Member });
            left.Add(Role.Member);
        }
        await db.SaveChangesAsync();
        await JournalAsync(db, former.Id, left, context);
    }

    private static Task JournalAsync(IshenimDb db, PersonId person, IEnumerable<Role> roles, (PersonId? By, DateTime At, DateOnly Today) context) =>
        db.JournalActAsync(context.At, context.Today, new Act(context.By, JournalVerb.PersonChanged, Person: person, Detail: RoleNames.Of(roles)));
}
