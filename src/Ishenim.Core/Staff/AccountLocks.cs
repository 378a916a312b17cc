using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

internal static class AccountLocks
{
    /// <summary>Opens an account's lock and compares the key anew with the row.</summary>
    /// <returns>Null if the passphrase is wrong.</returns>
    /// <exception cref="KeyDoesNotMatch">The row was changed by somebody else.</exception>
    public static OpenedLock? Open(this Account account, string passphrase)
    {
        OpenedLock? opened;
        try
        {
            opened = StaffLock.TryOpen(passphrase, account.Lock, account.School.Value, account.Person.Value);
        }
        catch (SealBrokenException)
        {
            throw new KeyDoesNotMatch();
        }
        if (opened is null || opened.Keys.PublicKey.AsSpan().SequenceEqual(account.PublicKey))
            return opened;
        opened.Dispose();
        throw new KeyDoesNotMatch();
    }

    /// <summary>Marks a step of the second factor as used; 0 rows if it was used before.</summary>
    public static Task<int> TakeOtpStepAsync(this IshenimDb db, PersonId person, long step) =>
        db.Set<Account>().Where(account => account.Person == person && account.LastOtpStep < step)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.LastOtpStep, step));
}
