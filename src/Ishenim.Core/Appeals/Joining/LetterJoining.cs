using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Joining;

/// <summary>
/// Joins letters on the same matter and parts them again. Whoever does it reads both; nobody gets access by it, and no
/// writer learns of it: neither thread nor state nor days of a letter change.
/// </summary>
public sealed class LetterJoining(AppealDesk desk, DatabaseGate database)
{
    /// <summary>What it is joined with, as far as this person reads it; no text is opened, and nothing is journaled.</summary>
    /// <returns>Null: no such letter for this reader.</returns>
    public async Task<JoinedLetters?> OfAsync(Actor actor, AppealId id)
    {
        JoinedLetters? joined = null;
        await desk.WithAsync(actor, id, async held =>
        {
            var records = await held.JoiningsAsync();
            var known = await held.KnownAsync(records);
            var past = records.Where(record => known.ContainsKey(record.Value.Other))
                .Select(record => new PastJoining(record.Day, record.Author, record.Value.Joined, known[record.Value.Other].Facts.Number));
            joined = new JoinedLetters(held.Facts.Number, held.Facts.State == AppealState.Cancelled, await held.JoinedAsync(), [.. past]);
        });
        return joined;
    }

    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="NoLetterToJoin">None has that number, or this person does not read it.</exception>
    /// <exception cref="DestroyedNotJoined">What has that number was destroyed.</exception>
    /// <exception cref="JoinedWithItself">It is the letter's own number.</exception>
    /// <exception cref="JoinedAlready">They are joined.</exception>
    /// <exception cref="CancelledNotJoined">One of them was cancelled.</exception>
    /// <exception cref="BothLettersClosed">Neither is open.</exception>
    public Task<bool> JoinAsync(Actor actor, AppealId id, RegisterNumber with) => WithBothAsync(actor, id, db => FindAsync(db, actor, with), async (one, other) =>
    {
        if (one.Facts.State == AppealState.Cancelled || other.Facts.State == AppealState.Cancelled)
            throw new CancelledNotJoined();
        if (await AreJoinedAsync(one, other))
            throw new JoinedAlready();
        if (one.Facts.IsOver() && other.Facts.IsOver())
            throw new BothLettersClosed();
        await WriteAsync(one, other, joined: true);
    });

    /// <returns>False: no such letter for this reader.</returns>
    /// <exception cref="NoLetterToJoin">This person does not read the other.</exception>
    /// <exception cref="LettersNotJoined">They are not joined.</exception>
    /// <exception cref="ClosedAsJoined">One of them is closed as joined to another.</exception>
    public Task<bool> PartAsync(Actor actor, AppealId id, AppealId from) => WithBothAsync(actor, id, _ => Task.FromResult(from), async (one, other) =>
    {
        if (!await AreJoinedAsync(one, other))
            throw new LettersNotJoined();
        if (one.Facts.Outcome == Outcome.JoinedToAnother || other.Facts.Outcome == Outcome.JoinedToAnother)
            throw new ClosedAsJoined();
        await WriteAsync(one, other, joined: false);
    });

    private async Task<bool> WithBothAsync(Actor actor, AppealId id, Func<IshenimDb, Task<AppealId>> find, Func<HeldAppeal, HeldAppeal, Task> work)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            // Two letters are locked here: the school first, so that two who join them at once do not wait for each other.
            await db.LockSchoolAsync();
            using var one = await TakeAsync(db, actor, id);
            if (one is null)
                return false;
            var found = await find(db);
            if (found == id)
                throw new JoinedWithItself();
            using var other = await TakeAsync(db, actor, found) ?? throw new NoLetterToJoin();
            await work(one, other);
            return true;
        });
    }

    private static async Task<HeldAppeal?> TakeAsync(IshenimDb db, Actor actor, AppealId id)
    {
        var held = await HeldAppeal.TakeAsync(db, actor, id);
        if (held is not { IsExecutor: true })
            return held;
        held.Dispose();
        return null;
    }

    private static async Task<AppealId> FindAsync(IshenimDb db, Actor actor, RegisterNumber number)
    {
        if (number.Restricted)
            return (await db.RestrictedAsync(actor)).Find(row => row.Number == number.ToString())?.Id ?? throw new NoLetterToJoin();
        var found = await db.Set<Appeal>().AsNoTracking().Where(row => row.RegisterPlace == number.RegisterPlace && row.AppearsAt <= actor.At)
            .Select(row => new { row.Id, Destroyed = row.Epoch == 0 }).SingleOrDefaultAsync() ?? throw new NoLetterToJoin();
        // Who sees the register sees there that it was destroyed.
        return !found.Destroyed ? found.Id : actor.SeesRegister() ? throw new DestroyedNotJoined() : throw new NoLetterToJoin();
    }

    private static async Task<bool> AreJoinedAsync(HeldAppeal one, HeldAppeal other) =>
        (await one.JoiningsAsync()).Standing().Any(record => record.Value.Other == other.Row.Id);

    /// <summary>
    /// Each letter gets a part and a line of its own. The line says that a mark of the desk was changed and not which: whoever
    /// reads one of the letters alone must not learn from its history that there is another.
    /// </summary>
    private static async Task WriteAsync(HeldAppeal one, HeldAppeal other, bool joined)
    {
        await one.AddJoiningAsync(other, joined);
        await other.AddJoiningAsync(one, joined);
        await one.JournalAsync(JournalVerb.MatterMarked);
        await other.JournalAsync(JournalVerb.MatterMarked);
    }
}
