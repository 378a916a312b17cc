using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Adds, changes and invites people of a school, and closes those who leave: the administrator's work.</summary>
public sealed class People(DatabaseGate database)
{
    /// <returns>The person, and the token of the invitation.</returns>
    /// <exception cref="ChairMustBeIndependent">Chair with director or responsible person.</exception>
    public async Task<(PersonId Person, string Token)> AddAsync(Actor actor, PersonInput input)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            var person = input.NewPerson(db.School);
            db.Add(person);
            var token = await db.InviteAsync(person.Id, actor.At);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.PersonAdded, Person: person.Id, Detail: RoleNames.Of(input.Roles)));
            return (person.Id, token);
        });
    }

    /// <summary>A new link for somebody who has not come in yet, or who has lost passphrase, phone and sheet.</summary>
    /// <exception cref="SheetNeeded">The person may hold letters: a new key would open none of them.</exception>
    public async Task<string> InviteAsync(Actor actor, PersonId id)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            if ((await RequireHereAsync(db, id)).MayHoldLetters)
                throw new SheetNeeded();
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.Invited, Person: id));
            return await db.InviteAsync(id, actor.At);
        });
    }

    /// <param name="actor">The administrator.</param>
    /// <param name="id">Who is changed.</param>
    /// <param name="version">The person's version when the form was shown.</param>
    /// <param name="input">All values as they shall be.</param>
    /// <exception cref="ReaderMustStepDown">The person would read no more, and has not given up their letters.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the person meanwhile.</exception>
    public async Task ChangeAsync(Actor actor, PersonId id, int version, PersonInput input)
    {
        input.Check();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var person = await RequireHereAsync(db, id);
            db.Entry(person).Property(one => one.Version).OriginalValue = version;
            person.Version = version + 1;
            (person.Name, person.Post, person.Position, person.Woman) = (input.Name, input.Post, input.Position, input.Woman);
            (person.Email, person.Language) = (input.Email, input.Language);
            await db.SaveChangesAsync();
            await SetRolesAsync(db, person, input.Roles, actor.Today);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.PersonChanged, Person: id, Detail: RoleNames.Of(input.Roles)));
            await db.SaveChangesAsync();
            await db.OpenWhenReadyAsync(actor.At, actor.Today);
        });
    }

    /// <summary>Closes the account of who left; the name stays in the history.</summary>
    /// <exception cref="ReaderMustStepDown">The person gives up their letters first.</exception>
    /// <exception cref="AdministratorNeeded">Nobody would be left to administer.</exception>
    public async Task LeaveAsync(Actor actor, PersonId id)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var person = await RequireHereAsync(db, id);
            await RequireAdministratorAsync(db, person);
            person.RequireSteppedDown();
            await db.CloseAsync(person, actor.Today);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.PersonLeft, Person: id));
        });
    }

    private static async Task SetRolesAsync(IshenimDb db, Person person, IReadOnlySet<Role> roles, DateOnly today)
    {
        var before = person.Roles.Select(held => held.Role).ToHashSet();
        if (Loses(RoleGroups.Reading, before, roles) || Loses(RoleGroups.Usual, before, roles) || Loses(ReaderRule.Usual, before, roles))
            person.RequireSteppedDown();
        if (before.Contains(Role.Administrator) && !roles.Contains(Role.Administrator))
            await RequireAdministratorAsync(db, person);
        if (before.Contains(Role.Chair) && !roles.Contains(Role.Chair))
            await db.EndApprovingAsync(person.Id);
        foreach (var gone in person.Roles.Where(held => !roles.Contains(held.Role)).ToList())
            person.Roles.Remove(gone);
        foreach (var role in roles.Except(before))
            person.Roles.Add(new PersonRole { School = db.School, Person = person.Id, Role = role });
        if (person.Account is not { } account)
            return;
        if (account.MayRead && !RoleGroups.Usual.Where(roles.Contains).ToHashSet().SetEquals(RoleGroups.Usual.Where(before.Contains)))
            await db.ReadersChangedAsync(today);
        // Whoever becomes a reader of new letters is confirmed by one who is, however long the key has been there.
        if (Loses([Role.Chair], roles, before) || Loses(ReaderRule.Usual, roles, before))
            (account.ConfirmedOn, account.ConfirmedBy, account.Version) = (null, null, account.Version + 1);
    }

    /// <summary>Whether who had one of these roles has none of them any more.</summary>
    private static bool Loses(IReadOnlyCollection<Role> these, IReadOnlySet<Role> before, IReadOnlySet<Role> after) =>
        these.Any(before.Contains) && !these.Any(after.Contains);

    private static async Task<Person> RequireHereAsync(IshenimDb db, PersonId id) =>
        await db.Set<Person>().Include(person => person.Roles).Include(person => person.Account).SingleOrDefaultAsync(person => person.Id == id && person.LeftOn == null)
            ?? throw new PersonHasLeft();

    private static async Task RequireAdministratorAsync(IshenimDb db, Person leaving)
    {
        if (leaving.Has(Role.Administrator)
            && !await db.Set<Person>().AnyAsync(other => other.Id != leaving.Id && other.LeftOn == null && other.Account != null && other.Roles.Any(held => held.Role == Role.Administrator)))
            throw new AdministratorNeeded();
    }
}
