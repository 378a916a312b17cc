using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>Ends an absence at once: the reader is back, or does not go.</summary>
public sealed class ComingBack(DatabaseGate database)
{
    /// <summary>The stand-in loses the letters, and a new epoch begins in each that this reader can open.</summary>
    /// <returns>False: this person has no such absence.</returns>
    /// <exception cref="AbsenceIsOver">It ended.</exception>
    public async Task<bool> EndAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<StandIn>().SingleOrDefaultAsync(one => one.Id == id && one.For == actor.Person) is not { } standIn)
                return false;
            if (standIn.To < actor.Today)
                throw new AbsenceIsOver();
            standIn.To = actor.Today.AddDays(-1);
            await db.SaveChangesAsync();
            var acts = new List<Act>();
            foreach (var letter in await db.LettersOfAsync(standIn.Id))
                acts.AddRange((await TakeBackAsync(db, actor, letter, standIn.By)).Select(by => new Act(actor.Person, JournalVerb.AccessRevoked, letter, by)));
            if (!await db.Set<StandInLetter>().AnyAsync(letter => letter.StandIn == id) && standIn.To < standIn.From)
                db.Remove(standIn);
            foreach (var act in acts.Append(new Act(actor.Person, JournalVerb.StandInEnded, Person: standIn.By)))
                await db.JournalActAsync(actor.At, actor.Today, act);
            return true;
        });
    }

    /// <returns>Who lost it: the stand-in, and whoever stands in for them.</returns>
    private static async Task<IReadOnlyList<PersonId>> TakeBackAsync(IshenimDb db, Actor actor, AppealId letter, PersonId by)
    {
        using var held = await HeldAppeal.TakeUnbrokenAsync(db, actor, letter);
        var lost = await db.TakeStandInAwayAsync(letter, by);
        if (held is not null && lost.Count > 0)
            await db.RevokeAsync(held.Row, held.Sealed, held.Keys, lost);
        await db.SaveChangesAsync();
        return lost;
    }
}
