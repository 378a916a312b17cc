using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Commission;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>What has to be true before somebody stops reading, and the closing of an account.</summary>
internal static class ReaderEnding
{
    /// <exception cref="ReaderMustStepDown">The person may hold letters; whether there are any is not asked.</exception>
    public static void RequireSteppedDown(this Person person)
    {
        if (person.MayHoldLetters)
            throw new ReaderMustStepDown();
    }

    /// <summary>Call it while the school is locked: two who leave at once must not each count on the other.</summary>
    /// <exception cref="LettersWouldHaveNoReader">Some letters have no other reader.</exception>
    public static async Task RequireOtherReadersAsync(this IshenimDb db, PersonId person)
    {
        var held = db.Set<Grant>().Where(grant => grant.Recipient == person.Value).Select(grant => grant.Appeal);
        var grants = await db.ReaderGrants()
            .Where(grant => grant.Class == KeyClass.Desk && held.Contains(grant.Appeal))
            .Select(grant => new { grant.Appeal, grant.Epoch, grant.Recipient }).ToListAsync();
        var alone = grants.GroupBy(grant => grant.Appeal).Any(letter => letter.Any(grant => grant.Recipient == person.Value)
            && !letter.Any(grant => grant.Epoch == letter.Max(one => one.Epoch)
                && grant.Recipient != person.Value));
        if (alone)
            throw new LettersWouldHaveNoReader();
    }

    public static Task DeleteGrantsAsync(this IshenimDb db, PersonId person) =>
        db.Set<Grant>().Where(grant => grant.Recipient == person.Value).ExecuteDeleteAsync();

    /// <summary>Grants deleted, sessions ended, account gone; the name stays in the history. Roles and account are loaded.</summary>
    public static async Task CloseAsync(this IshenimDb db, Person person, DateOnly today)
    {
        if (person.Account is { MayRead: true } && RoleGroups.Usual.Any(person.Has))
            await db.ReadersChangedAsync(today);
        await db.DeleteGrantsAsync(person.Id);
        await db.EndAssignmentsAsync(person.Id);
        await db.LeaveCommissionAsync(person.Id, today);
        await db.EndSessionsAsync(person.Id);
        await db.Set<KnownDevice>().Where(device => device.Person == person.Id).ExecuteDeleteAsync();
        await db.WithdrawInvitationsAsync(person.Id);
        await db.Set<Account>().Where(account => account.Person == person.Id).ExecuteDeleteAsync();
        (person.LeftOn, person.Email, person.Version) = (today, null, person.Version + 1);
    }
}
