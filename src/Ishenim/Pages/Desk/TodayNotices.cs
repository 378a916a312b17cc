using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Settings;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Pages.Desk;

/// <summary>
/// What readers and the administrator have to know though no letter says it: that mail does not reach somebody, and that
/// others read than before. Who has no mailbox sees it here. Scoped.
/// </summary>
public sealed class TodayNotices(IshenimDb db, ServerSettings settings)
{
    private const int Days = 14;
    private static readonly string[] Changes = [JournalVerb.KeyConfirmed, JournalVerb.KeyReplaced, JournalVerb.SteppedDown];

    /// <summary>Whether notices can be sent at all.</summary>
    public bool HasMailServer => settings.Smtp is not null;

    /// <summary>Readers whom no notice reaches.</summary>
    public async Task<IReadOnlyList<string>> WithoutAddressAsync() => await db.Set<Person>().AsNoTracking()
        .Where(person => person.LeftOn == null && person.Email == null && person.Roles.Any(held => RoleGroups.Usual.Contains(held.Role)))
        .OrderBy(person => person.Name).Select(person => person.Name).ToListAsync();

    /// <summary>Whose key or reading changed lately, the newest first.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, string Name)>> ChangedReadersAsync(Actor actor)
    {
        var since = actor.Today.AddDays(-Days);
        var lines = await db.Set<JournalLine>().AsNoTracking()
            .Where(line => line.Book == Book.Acts && line.Day >= since && Changes.Contains(line.Verb))
            .OrderByDescending(line => line.Number).ToListAsync();
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name);
        return lines.Select(line => (line.Day, Person: line.Person ?? line.Actor)).Where(one => one.Person is { } id && names.ContainsKey(id))
            .Select(one => (one.Day, names[one.Person!.Value])).Distinct().ToList();
    }
}
