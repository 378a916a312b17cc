using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>A page of a book, the newest first.</summary>
/// <param name="Lines">At most <see cref="JournalBrowsing.Lines"/>.</param>
/// <param name="OlderThan">Where the next older page begins; null: there is none. Never shown: gaps in numbers tell of hidden lines.</param>
public sealed record JournalPage(IReadOnlyList<JournalLine> Lines, long? OlderThan);

/// <summary>
/// Reads the journal for people. Responsible person, director and chair see all lines but those of restricted letters
/// that they do not hold; everybody sees what they did themselves.
/// </summary>
public sealed class JournalBrowsing(DatabaseGate database)
{
    public const int Lines = 50;

    /// <summary>Whether the person reads more than their own lines.</summary>
    public static bool SeesAll(Actor actor) => actor.SeesRegister();

    /// <summary>What staff did. Ties to the other book are left out: their numbers would tell of hidden arrivals.</summary>
    public async Task<JournalPage> ActsAsync(Actor actor, long? olderThan)
    {
        await using var db = database.Open(actor.School);
        var lines = db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Acts && line.Verb != JournalVerb.ArrivalsTied);
        lines = SeesAll(actor) ? Visible(db, lines, actor) : lines.Where(line => line.Actor == actor.Person);
        return await PageAsync(lines, olderThan);
    }

    /// <summary>Letters and writers' steps of past days; those of today wait till tomorrow, as letters may appear later than they come.</summary>
    public async Task<JournalPage> ArrivalsAsync(Actor actor, long? olderThan)
    {
        await using var db = database.Open(actor.School);
        if (!SeesAll(actor))
            return new JournalPage([], null);
        var lines = db.Set<JournalLine>().AsNoTracking().Where(line => line.Book == Book.Arrivals && line.Day < actor.Today);
        return await PageAsync(Visible(db, lines, actor), olderThan);
    }

    private static IQueryable<JournalLine> Visible(IshenimDb db, IQueryable<JournalLine> lines, Actor actor)
    {
        var me = actor.Person.Value;
        return lines.Where(line => line.Actor == actor.Person || line.Appeal == null
            || !db.Set<Appeal>().Any(appeal => appeal.Id == line.Appeal && appeal.Restricted
                && !db.Set<Grant>().Any(grant => grant.Appeal == appeal.Id && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me)));
    }

    private static async Task<JournalPage> PageAsync(IQueryable<JournalLine> lines, long? olderThan)
    {
        if (olderThan is { } before)
            lines = lines.Where(line => line.Number < before);
        var found = await lines.OrderByDescending(line => line.Number).Take(Lines + 1).ToListAsync();
        var more = found.Count > Lines;
        if (more)
            found.RemoveAt(Lines);
        return new JournalPage(found, more ? found[^1].Number : null);
    }
}
