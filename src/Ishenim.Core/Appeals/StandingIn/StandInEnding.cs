using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

internal static class StandInEnding
{
    public static Task<List<AppealId>> LettersOfAsync(this IshenimDb db, Guid standIn) =>
        db.Set<StandInLetter>().Where(letter => letter.StandIn == standIn).Select(letter => letter.Appeal).ToListAsync();

    /// <summary>
    /// Deletes the grants that somebody has only as a stand-in, and of those who stand in for them. A letter that nobody
    /// else could read stays with them, until somebody can.
    /// </summary>
    /// <returns>Who lost the letter.</returns>
    public static async Task<IReadOnlyList<PersonId>> TakeStandInAwayAsync(this IshenimDb db, AppealId letter, PersonId by)
    {
        var chain = await db.WithStandInsAsync(letter, [by]);
        var appeal = await db.Set<Appeal>().AsNoTracking().SingleAsync(one => one.Id == letter);
        var ready = (await db.RosterAsync()).Where(line => line.PublicKey is not null).Select(line => line.Id).ToHashSet();
        if (!(await db.ReadersOfAsync(appeal)).Any(reader => ready.Contains(reader) && !chain.Contains(reader)))
            return [];
        foreach (var person in chain)
        {
            await db.Set<Grant>().Where(grant => grant.Appeal == letter && grant.Recipient == person.Value).ExecuteDeleteAsync();
            await db.ForgetBegunAsync(letter, person);
            await db.UnmarkStandInsAsync(letter, [person]);
        }
        return chain;
    }

    /// <summary>These persons, and whoever reads the letter only because they stand in for one of them.</summary>
    public static async Task<IReadOnlyList<PersonId>> WithStandInsAsync(this IshenimDb db, AppealId letter, IReadOnlyCollection<PersonId> persons)
    {
        var standIns = await (from marked in db.Set<StandInLetter>()
                              join standIn in db.Set<StandIn>() on marked.StandIn equals standIn.Id
                              where marked.Appeal == letter
                              select standIn).AsNoTracking().ToListAsync();
        var chain = persons.ToList();
        for (var i = 0; i < chain.Count; i++)
            chain.AddRange(standIns.Where(one => one.For == chain[i] && !chain.Contains(one.By)).Select(one => one.By).Distinct());
        return chain;
    }
}
