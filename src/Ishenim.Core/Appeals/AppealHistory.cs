using Ishenim.Core.Journal;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals;

/// <summary>What the journal tells of one letter.</summary>
public sealed class AppealHistory(DatabaseGate database)
{
    private const int Most = 500;

    /// <summary>
    /// The letter's lines, the newest first, for one who reads it. What the writer did today waits while anything of
    /// today has not appeared yet, so that the history does not run ahead of the letter.
    /// </summary>
    public async Task<IReadOnlyList<JournalLine>> OfAsync(Actor actor, AppealId id)
    {
        await using var db = database.Open(actor.School);
        var me = actor.Person.Value;
        if (!await db.Set<Grant>().AnyAsync(grant => grant.Appeal == id && grant.Recipient == me))
            return [];
        var waits = await db.Set<Part>().AnyAsync(part => part.Appeal == id && part.AppearsAt > actor.At);
        var lines = await db.Set<JournalLine>().AsNoTracking()
            .Where(line => line.Appeal == id && (line.Book == Book.Acts || !waits || line.Day < actor.Today))
            .OrderByDescending(line => line.Number).Take(Most).ToListAsync();
        return lines.OrderByDescending(line => line.Day).ThenBy(line => line.Book == Book.Arrivals).ThenByDescending(line => line.Number).ToList();
    }
}
