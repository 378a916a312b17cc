using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>Opens the trust mail of a school once all who read by rule have keys and signed undertakings (X2).</summary>
public static class SchoolOpening
{
    /// <summary>
    /// Confirms the first readers' keys and opens the school. It happens again only where nobody is left who could confirm
    /// a key: the new readers are then as the first were, and the public page says since when.
    /// </summary>
    internal static async Task OpenWhenReadyAsync(this IshenimDb db, DateTime at, DateOnly today)
    {
        var people = await db.Set<Person>().Include(person => person.Roles).Include(person => person.Account)
            .Where(person => person.LeftOn == null).ToListAsync();
        var readers = people.Where(IsUsualReader).ToList();
        if (readers.Exists(reader => reader.Account is { MayRead: true }) || Missing(people).Count > 0)
            return;
        foreach (var account in readers.Select(reader => reader.Account!))
        {
            account.ConfirmedOn = today;
            account.Version++;
        }
        (await db.ReadersChangedAsync(today)).OpenedOn ??= today;
        await db.SaveChangesAsync();
        await db.TellReadersAsync(Notice.KeyConfirmed, at);
        await ChairRole.SettleAsync(db, null, at, today);
        await db.JournalActAsync(at, today, new Act(null, JournalVerb.SchoolOpened));
    }

    /// <summary>What is still missing before letters can be written: roles that nobody has, and people without key or undertaking.</summary>
    public static async Task<IReadOnlyList<OpeningStep>> StepsToOpenAsync(this IshenimDb db) => Missing(await db.Set<Person>().AsNoTracking()
        .Include(person => person.Roles).Include(person => person.Account).Where(person => person.LeftOn == null).ToListAsync());

    private static List<OpeningStep> Missing(List<Person> people) =>
    [
        .. RoleGroups.Usual.Where(role => !people.Exists(person => person.Has(role))).Select(role => new OpeningStep(null, role, false, false)),
        .. people.Where(person => IsUsualReader(person) && person.Account is not { UndertakingOn: not null, ReleasedOn: null })
            .Select(person => new OpeningStep(person.Name, null, person.Account is null, true)),
    ];

    private static bool IsUsualReader(Person person) => RoleGroups.Usual.Any(person.Has);
}

/// <summary>One thing that keeps a school from opening.</summary>
/// <param name="Person">Whose step it is; null: nobody has the role.</param>
/// <param name="Role">The role that nobody has.</param>
/// <param name="Key">Whether the key is missing.</param>
/// <param name="Undertaking">Whether the undertaking is missing.</param>
public sealed record OpeningStep(string? Person, Role? Role, bool Key, bool Undertaking);
