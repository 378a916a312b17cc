using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.NotHelped;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>What came of giving older letters to a stand-in.</summary>
/// <param name="Given">Letters that the stand-in can open now.</param>
/// <param name="Withheld">Letters that are kept from the stand-in (X2).</param>
public sealed record OlderGiven(int Given, int Withheld);

/// <summary>A reader who goes away gives the letters that are still open to their stand-in: nothing waits.</summary>
public sealed class OlderLetters(DatabaseGate database)
{
    /// <summary>May be done before the first day, too: nobody comes to the desk on the way to the hospital.</summary>
    /// <returns>Null: this person has no such absence.</returns>
    /// <exception cref="AbsenceIsOver">It ended.</exception>
    /// <exception cref="StandInMayNotRead">The stand-in cannot open letters any more.</exception>
    public async Task<OlderGiven?> GiveAsync(Actor actor, Guid id)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync<OlderGiven?>(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<StandIn>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.For == actor.Person) is not { } standIn)
                return null;
            if (standIn.To < actor.Today)
                throw new AbsenceIsOver();
            var person = (await db.RosterAsync()).FirstOrDefault(line => line.Id == standIn.By && line.CanStandIn()) ?? throw new StandInMayNotRead();
            return await GiveAsync(db, actor, standIn, person);
        });
    }

    private static async Task<OlderGiven> GiveAsync(IshenimDb db, Actor actor, StandIn standIn, RosterLine person)
    {
        var (acts, withheld) = (new List<Act>(), 0);
        foreach (var letter in await db.Set<Grant>().Where(grant => grant.Recipient == actor.Person.Value).Select(grant => grant.Appeal).Distinct().ToListAsync())
        {
            using var held = await HeldAppeal.TakeUnbrokenAsync(db, actor, letter);
            // Who has it for consideration only cannot make somebody its reader.
            if (held is null || held.IsExecutor || held.Facts.IsOver() || (await db.AllReadersOfAsync(held.Row)).Contains(person.Id))
                continue;
            if (ReaderRule.KeptFrom(person, held.Sealed))
            {
                withheld++;
                continue;
            }
            await db.Set<Grant>().Where(grant => grant.Appeal == letter && grant.Recipient == person.Id.Value).ExecuteDeleteAsync();
            await db.EndAssignmentAsync(letter, person.Id);
            db.Grant(held.Row, held.Sealed, held.Keys, person, Granting.WithoutOriginal);
            db.Add(new StandInLetter { School = db.School, StandIn = standIn.Id, Appeal = letter });
            acts.Add(new Act(actor.Person, JournalVerb.AccessGranted, letter, person.Id));
        }
        foreach (var act in acts)
            await db.JournalActAsync(actor.At, actor.Today, act);
        return new OlderGiven(acts.Count, withheld);
    }
}
