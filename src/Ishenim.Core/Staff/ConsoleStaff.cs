using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Nobody at the school goes by that name or login, or several do.</summary>
public sealed class NoSuchPerson : Refusal;

/// <summary>
/// What whoever runs the machine does for a school's people when the desk cannot: bring back one who lost everything, and
/// close the account of one who left without stepping down. Both see only whether letters would be lost, which the rows
/// show them anyhow.
/// </summary>
public sealed class ConsoleStaff(DatabaseGate database, TimeProvider time)
{
    private const string Console = "console";

    /// <summary>A new link for who lost passphrase, phone and sheet.</summary>
    /// <returns>The token of the invitation.</returns>
    /// <exception cref="NoSuchPerson">Nobody, or several, of that name.</exception>
    /// <exception cref="LettersWouldHaveNoReader">The person's account alone opens some letters: the recovery sheet is needed.</exception>
    public Task<string> InviteAsync(School school, string nameOrLogin) => WithAsync(school, nameOrLogin, async (db, person, clock) =>
    {
        await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.Invited, Person: person.Id, Detail: Console));
        return await db.InviteAsync(person.Id, clock.UtcNow);
    });

    /// <summary>Closes the account of who left, whether or not they stepped down.</summary>
    /// <exception cref="NoSuchPerson">Nobody, or several, of that name.</exception>
    /// <exception cref="LettersWouldHaveNoReader">The person's account alone opens some letters: they are handed over first.</exception>
    public Task CloseAsync(School school, string nameOrLogin) => WithAsync(school, nameOrLogin, async (db, person, clock) =>
    {
        await db.CloseAsync(person, clock.Today);
        await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.PersonLeft, Person: person.Id, Detail: Console));
        return person.Id;
    });

    private async Task<T> WithAsync<T>(School school, string nameOrLogin, Func<IshenimDb, Person, SchoolClock, Task<T>> work)
    {
        var clock = school.Clock(time);
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var found = await db.Set<Person>().Include(person => person.Roles).Include(person => person.Account).Where(person => person.LeftOn == null && (person.Name == nameOrLogin || person.Account!.Login == nameOrLogin)).ToListAsync();
            if (found.Count != 1)
                throw new NoSuchPerson();
            await db.RequireOtherReadersAsync(found[0].Id);
            return await work(db, found[0], clock);
        });
    }
}
