using Ishenim.Core.Journal;
using Ishenim.Core.Refusals;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.OnPaper;

/// <summary>The writer has a code, and reads the answer with it: nobody else shall.</summary>
public sealed class WriterHasCode : Refusal;

/// <summary>Of a restricted letter nothing hangs anywhere until it is closed.</summary>
public sealed class RestrictedHasNoNotice : Refusal;

/// <summary>Answers letters without a code on the notice board.</summary>
public sealed class NoticeBoard(AppealDesk desk, DatabaseGate database)
{
    /// <summary>
    /// Puts the answer up; an open letter is answered then. A letter that was restricted gets its answer here once it is
    /// closed and has a number of the common register.
    /// </summary>
    /// <returns>False: no such letter for this person.</returns>
    /// <exception cref="AppealIsClosed">It was cancelled: there is nothing to answer.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the letter, or put an answer up.</exception>
    /// <exception cref="WriterHasCode">It is answered there.</exception>
    /// <exception cref="RestrictedHasNoNotice">It has a number of the restricted series.</exception>
    public Task<bool> PostAsync(Actor actor, AppealId id, NewAnswer answer) => desk.WithAsync(actor, id, async held =>
    {
        if (held.Facts.State == AppealState.Cancelled)
            throw new AppealIsClosed();
        held.Require(answer.Version);
        if (held.Row.Restricted)
            throw new RestrictedHasNoNotice();
        if (await held.Db.Set<WriterKey>().AnyAsync(key => key.Appeal == id))
            throw new WriterHasCode();
        if (await held.Db.Set<BoardAnswer>().AnyAsync(one => one.Appeal == id))
            throw new ChangedMeanwhile();
        held.Db.Add(new BoardAnswer
        {
            School = held.Row.School, Appeal = id, Number = held.Facts.Number, RegisteredOn = held.Facts.RegisteredOn, AnsweredOn = actor.Today, Text = answer.Text,
        });
        held.Change(held.Facts.IsOver() ? held.Facts : held.Facts with { State = AppealState.Answered, AnsweredOn = held.Facts.AnsweredOn ?? actor.Today });
        await held.JournalAsync(JournalVerb.NoticePosted);
    });

    /// <summary>For a reader of the letter; null: none hangs.</summary>
    public async Task<BoardAnswer?> FindAsync(Actor actor, AppealId id)
    {
        BoardAnswer? found = null;
        await desk.WithAsync(actor, id, async held => found = await held.Db.Set<BoardAnswer>().AsNoTracking().SingleOrDefaultAsync(one => one.Appeal == id));
        return found;
    }

    /// <summary>What hangs there, the newest first; a letter that was restricted since is left out.</summary>
    public async Task<IReadOnlyList<BoardAnswer>> ListAsync(SchoolId school, DateOnly since)
    {
        await using var db = database.Open(school);
        return await db.Set<BoardAnswer>().AsNoTracking()
            .Where(answer => answer.AnsweredOn >= since && !db.Set<Appeal>().Any(appeal => appeal.Id == answer.Appeal && appeal.Restricted))
            .OrderByDescending(answer => answer.AnsweredOn).ThenByDescending(answer => answer.Number).ToListAsync();
    }
}
