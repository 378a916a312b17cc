using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.StandingIn;

/// <summary>
/// Each day: whoever stood in until yesterday loses those letters. No key is needed to delete a grant; the next epoch
/// begins when a reader next takes somebody's access away (docs/adr/0020).
/// </summary>
public sealed class EndedAbsences(DatabaseGate database, TimeProvider time)
{
    /// <returns>How many grants of letters ended.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var school in await database.SchoolsAsync(cancellation))
            ended += await EndAsync(school);
        return ended;
    }

    private async Task<int> EndAsync(School school)
    {
        var clock = school.Clock(time).Stopped();
        await using var db = database.Open(school.Id);
        if (!await db.Set<StandIn>().AnyAsync(one => one.To < clock.Today && db.Set<StandInLetter>().Any(letter => letter.StandIn == one.Id)))
            return 0;
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var acts = new List<Act>();
            foreach (var standIn in await db.Set<StandIn>().AsNoTracking().Where(one => one.To < clock.Today).ToListAsync())
                foreach (var letter in await db.LettersOfAsync(standIn.Id))
                {
                    await db.TakePlacesAsync(letter, 0);
                    acts.AddRange((await db.TakeStandInAwayAsync(letter, standIn.By)).Select(by => new Act(null, JournalVerb.AccessRevoked, letter, by)));
                }
            foreach (var act in acts)
                await db.JournalActAsync(clock.UtcNow, clock.Today, act);
            return acts.Count;
        });
    }
}
