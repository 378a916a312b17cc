using Ishenim.Core.Appeals.Forwarding;
using System.Linq.Expressions;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Unsealing;

/// <summary>
/// The letters that a person may read, with their sealed texts, many at a time: for a search and for papers, which would
/// wait long for one letter after another.
/// </summary>
/// <param name="db">The school's database.</param>
/// <param name="actor">Who reads.</param>
/// <param name="which">Which of a letter's parts are wanted.</param>
internal sealed class SealedLetters(IshenimDb db, Actor actor, Expression<Func<Part, bool>> which)
{
    /// <summary>Letters at a time: few at first, so that the first of them are there at once.</summary>
    private static readonly int[] _steps = [100, 400, 1000];

    /// <summary>Restricted letters of which the person holds the keys.</summary>
    public async Task<List<SealedLetter>> RestrictedAsync()
    {
        var rows = await db.RestrictedAsync(actor);
        if (rows.Count == 0)
            return [];
        var texts = await TextsAsync(db.Set<Appeal>().InRestrictedSeries().Where(appeal => appeal.AppearsAt <= actor.At));
        return rows.ConvertAll(row => new SealedLetter(row, [.. texts[row.Id]]));
    }

    /// <summary>Those of these letters that are in the common register and that the person may read, the newest first.</summary>
    public async IAsyncEnumerable<List<SealedLetter>> CommonAsync(IQueryable<Appeal> appeals)
    {
        var readable = Held(appeals.Where(appeal => appeal.RegisterPlace != null && !appeal.Restricted && appeal.AppearsAt <= actor.At));
        long? before = null;
        for (var step = 0; ; step++)
        {
            var count = _steps[Math.Min(step, _steps.Length - 1)];
            var rows = await PageAsync(readable, before, count);
            if (rows.Count == 0)
                yield break;
            var (last, first) = (rows[0].Place, rows[^1].Place);
            var texts = await TextsAsync(readable.Where(appeal => appeal.RegisterPlace >= first && appeal.RegisterPlace <= last));
            yield return rows.ConvertAll(row => new SealedLetter(row.ToRow(), [.. texts[row.Id]]));
            if (rows.Count < count)
                yield break;
            before = first;
        }
    }

    private static Task<List<PlacedRow>> PageAsync(IQueryable<Appeal> readable, long? before, int count) =>
        (before is null ? readable : readable.Where(appeal => appeal.RegisterPlace < before))
        .OrderByDescending(appeal => appeal.RegisterPlace).Take(count).AsNoTracking()
        .Select(appeal => new PlacedRow
        {
            Id = appeal.Id, Destroyed = false, Place = appeal.RegisterPlace!.Value, Restricted = appeal.Restricted, Facts = appeal.Facts, Readable = true, Unread = false,
        }).ToListAsync();

    /// <summary>As <see cref="HeldAppeal"/> has it: who holds the present key of the talk has the letter at hand; on an agenda it is no letter to search.</summary>
    private IQueryable<Appeal> Held(IQueryable<Appeal> appeals)
    {
        var (me, agenda) = (actor.Person.Value, db.OnAgendaOnly(actor.Person));
        return appeals.Where(appeal => !agenda.Contains(appeal.Id) && db.Set<Grant>().Any(grant => grant.Appeal == appeal.Id
            && grant.Class == KeyClass.Reply && grant.Epoch == appeal.Epoch && grant.Recipient == me));
    }

    private async Task<ILookup<AppealId, SealedText>> TextsAsync(IQueryable<Appeal> appeals)
    {
        var (me, at) = (actor.Person.Value, actor.At);
        // The key by its whole primary key: a join would let the database begin with all keys of this person.
        var texts = await (
            from appeal in appeals
            from part in db.Set<Part>().Where(which)
            where part.Appeal == appeal.Id && part.AppearsAt <= at
            select new SealedText
            {
                Part = part,
                Grant = db.Set<Grant>().Where(grant => grant.Appeal == part.Appeal && grant.Class == part.Class && grant.Epoch == part.Epoch && grant.Recipient == me)
                    .Select(grant => grant.Sealed).FirstOrDefault(),
            }).AsNoTracking().ToListAsync();
        return texts.Where(text => text.Grant is not null).OrderBy(text => text.Part.Sequence).ToLookup(text => text.Part.Appeal);
    }
}
