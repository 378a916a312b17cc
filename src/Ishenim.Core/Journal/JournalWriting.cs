using Ishenim.Core.Appeals;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>What an act line says: who did what, to which letter or person.</summary>
public sealed record Act(PersonId? Actor, string Verb, AppealId? Appeal = null, PersonId? Person = null, string? Detail = null);

/// <summary>
/// Adds lines to the books, inside the transaction of what they tell. Add them last: the head's row stays locked
/// until the transaction ends, and arrivals always come before acts, so that no two transactions wait for each other.
/// </summary>
public static class JournalWriting
{
    public static Task JournalArrivalAsync(this IshenimDb db, DateOnly day, string verb, AppealId appeal) =>
        db.JournalArrivalsAsync(day, verb, [appeal]);

    /// <summary>A line for each of the letters, in their order.</summary>
    public static Task JournalArrivalsAsync(this IshenimDb db, DateOnly day, string verb, IEnumerable<AppealId> appeals) =>
        db.JournalArrivalsAsync(day, appeals.Select(appeal => new Act(null, verb, appeal)));

    /// <summary>What staff did while a writer stood before them: of that, too, the day alone is told.</summary>
    public static async Task JournalArrivalsAsync(this IshenimDb db, DateOnly day, IEnumerable<Act> acts)
    {
        var head = await LockHeadAsync(db, Book.Arrivals);
        var lines = acts.Select(act => Chain(head, new JournalLine
        {
            School = db.School, Book = Book.Arrivals, Number = head.Lines + 1, Day = day, Actor = act.Actor,
            Verb = act.Verb, Appeal = act.Appeal, Person = act.Person, Detail = act.Detail, Hash = [],
        }));
        await db.InsertAsync(lines);
    }

    /// <param name="db">The school's database, in a transaction.</param>
    /// <param name="at">Now, in UTC; kept to the second.</param>
    /// <param name="today">The same moment's day in the school's time zone.</param>
    /// <param name="act">What was done.</param>
    public static Task JournalActAsync(this IshenimDb db, DateTime at, DateOnly today, Act act) => db.JournalLineAsync(at, today, act);

    /// <summary>The same, for who has to know the line: its number and hash are told already.</summary>
    internal static async Task<JournalLine> JournalLineAsync(this IshenimDb db, DateTime at, DateOnly today, Act act)
    {
        var head = await LockHeadAsync(db, Book.Acts);
        await TieArrivalsAsync(db, head, at, today);
        return AddLine(db, head, Line(db, head, at, today, act));
    }

    /// <summary>
    /// Binds the arrivals of past days into the book of acts by one line. Today's arrivals wait till tomorrow:
    /// a tie in between would tell that they came before its time.
    /// </summary>
    private static async Task TieArrivalsAsync(IshenimDb db, JournalHead acts, DateTime at, DateOnly today)
    {
        var last = await db.Set<JournalLine>().AsNoTracking()
            .Where(line => line.Book == Book.Arrivals && line.Number > acts.TiedArrivals && line.Day < today)
            .OrderByDescending(line => line.Number).FirstOrDefaultAsync();
        if (last is null)
            return;
        var detail = $"{last.Number}:{Convert.ToHexStringLower(last.Hash)}";
        AddLine(db, acts, Line(db, acts, at, today, new Act(null, JournalVerb.ArrivalsTied, Detail: detail)));
        acts.TiedArrivals = last.Number;
    }

    private static JournalLine Line(IshenimDb db, JournalHead head, DateTime at, DateOnly today, Act act) => new()
    {
        School = db.School, Book = Book.Acts, Number = head.Lines + 1, Day = today, At = ToSecond(at), Actor = act.Actor,
        Verb = act.Verb, Appeal = act.Appeal, Person = act.Person, Detail = act.Detail, Hash = [],
    };

    private static DateTime ToSecond(DateTime at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private static JournalLine AddLine(IshenimDb db, JournalHead head, JournalLine line) => db.Add(Chain(head, line)).Entity;

    private static JournalLine Chain(JournalHead head, JournalLine line)
    {
        var chained = line.WithHash(JournalHash.Of(head.Hash, line));
        head.Lines = chained.Number;
        head.Hash = chained.Hash;
        return chained;
    }

    private static async Task<JournalHead> LockHeadAsync(IshenimDb db, Book book)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The journal is written only inside a transaction.");
        if (db.Set<JournalHead>().Local.FirstOrDefault(head => head.Book == book) is { } known)
            return known;
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "JournalHeads" ("School", "Book", "Lines", "Hash", "TiedArrivals")
             VALUES ({db.School.Value}, {(int)book}, 0, {JournalHash.Start(db.School, book)}, 0)
             ON CONFLICT ("School", "Book") DO UPDATE SET "Lines" = "JournalHeads"."Lines"
             """);
        return await db.Set<JournalHead>().SingleAsync(head => head.Book == book);
    }
}
