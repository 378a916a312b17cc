using Ishenim.Core.Appeals;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>Takes all letters from a person, and keeps every letter at least one reader.</summary>
internal static class ReaderEnding
{
    /// <summary>Those who take part in the trust mail as readers.</summary>
    public static readonly IReadOnlyCollection<Role> ReadingRoles = [Role.Responsible, Role.Director, Role.Chair, Role.Member, Role.Executor];

    /// <summary>Those to whom new letters are sealed as a rule.</summary>
    public static readonly IReadOnlyCollection<Role> UsualRoles = [Role.Responsible, Role.Director, Role.Chair];

    /// <summary>Call it while the school is locked: two who leave at once must not each count on the other.</summary>
    /// <exception cref="LettersWouldHaveNoReader">Some letters have no other reader.</exception>
    public static async Task RequireOtherReadersAsync(this IshenimDb db, PersonId person)
    {
        if (await db.LettersOfThisReaderAloneAsync(person) is var alone and > 0)
            throw new LettersWouldHaveNoReader(alone);
    }

    /// <summary>How many letters nobody else of the school can read to their end.</summary>
    public static async Task<int> LettersOfThisReaderAloneAsync(this IshenimDb db, PersonId person)
    {
        var held = db.Set<Grant>().Where(grant => grant.Recipient == person.Value).Select(grant => grant.Appeal);
        var grants = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.Class == KeyClass.Letter && held.Contains(grant.Appeal))
            .Select(grant => new { grant.Appeal, grant.Epoch, grant.Recipient }).ToListAsync();
        return grants.GroupBy(grant => grant.Appeal).Count(letter => letter.Any(grant => grant.Recipient == person.Value)
            && !letter.Any(grant => grant.Epoch == letter.Max(one => one.Epoch)
                && grant.Recipient != person.Value && grant.Recipient != letter.Key.Value));
    }

    public static Task DeleteGrantsAsync(this IshenimDb db, PersonId person) =>
        db.Set<Grant>().Where(grant => grant.Recipient == person.Value).ExecuteDeleteAsync();

    /// <summary>
    /// Takes all letters from a person. Where the one who does this reads a letter too, a new epoch begins, so that even
    /// an old copy of the keys opens nothing that is written later; elsewhere the grants go, and that is all that can be done.
    /// </summary>
    /// <returns>How many letters were taken, and how many of them go on with a new epoch.</returns>
    public static async Task<(int Letters, int NewEpochs)> EndReadingAsync(this IshenimDb db, Actor actor, PersonId person)
    {
        await db.RequireOtherReadersAsync(person);
        var letters = await db.Set<Grant>().Where(grant => grant.Recipient == person.Value).Select(grant => grant.Appeal).Distinct().ToListAsync();
        var epochs = 0;
        foreach (var id in letters.Where(_ => actor.Person != person))
        {
            var appeal = await db.Set<Appeal>().SingleAsync(one => one.Id == id);
            using var keys = await AppealKeys.OpenAsync(db, id, actor.Person.Value, actor.Keys);
            if (!keys.Has(KeyClass.Reply, appeal.Epoch))
                continue;
            await db.RevokeAsync(appeal, keys.OpenFacts(appeal), keys, person);
            appeal.Version++;
            epochs++;
        }
        await db.DeleteGrantsAsync(person);
        return (letters.Count, epochs);
    }
}
