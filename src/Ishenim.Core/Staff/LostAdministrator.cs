using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>No administrator of the school goes by that name or login.</summary>
public sealed class NoSuchAdministrator : Refusal;

/// <summary>An administrator who lost passphrase, phone and sheet: whoever runs the machine invites them anew.</summary>
public static class LostAdministrator
{
    /// <returns>The token of the invitation.</returns>
    /// <exception cref="NoSuchAdministrator">Nobody, or several, of that name.</exception>
    /// <exception cref="LettersWouldHaveNoReader">The person's account alone opens some letters: the recovery sheet is needed.</exception>
    public static async Task<string> InviteAdministratorAsync(this DatabaseGate database, School school, string nameOrLogin, TimeProvider time)
    {
        var clock = school.Clock(time);
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var found = await db.Set<Person>().Where(person => person.LeftOn == null && person.Roles.Any(held => held.Role == Role.Administrator)
                && (person.Name == nameOrLogin || person.Account!.Login == nameOrLogin)).Select(person => person.Id).ToListAsync();
            if (found.Count != 1)
                throw new NoSuchAdministrator();
            await db.RequireOtherReadersAsync(found[0]);
            await db.JournalActAsync(clock.UtcNow, clock.Today, new Act(null, JournalVerb.Invited, Person: found[0], Detail: "console"));
            return await db.InviteAsync(found[0], clock.UtcNow);
        });
    }
}
