using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>How far a hand-over came.</summary>
/// <param name="Given">Letters that the new reader can open now.</param>
/// <param name="Withheld">Letters that the rule keeps from the new reader (X2), that are not theirs to read, or that are broken.</param>
/// <param name="After">Where to go on; null: done.</param>
public sealed record HandOverStep(int Given, int Withheld, AppealId? After);

/// <summary>A reader gives the letters that they have to a new reader who may have them by the rule.</summary>
public sealed class HandOver(DatabaseGate database)
{
    private const int Batch = 200;

    /// <summary>Gives some hundred letters; call it again from where it stopped. Letters given before are passed over.</summary>
    /// <exception cref="ReaderHasNoKey">The new reader's key is not confirmed, or the undertaking not signed.</exception>
    public async Task<HandOverStep> GiveAsync(Actor giver, PersonId receiver, AppealId? after)
    {
        await using var db = database.Open(giver.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var roster = await db.RosterAsync();
            var person = roster.SingleOrDefault(one => one.Id == receiver && one.PublicKey is not null) ?? throw new ReaderHasNoKey();
            var letters = await NextAsync(db, giver.Person, after);
            var (given, fresh) = (0, new List<AppealId>());
            foreach (var letter in letters.Take(Batch))
                given += await Unbroken.OrAsync(false, () => GiveAsync(db, giver, letter, person, roster, fresh)) ? 1 : 0;
            // A line for each letter: one for all would tell those who may not know of a restricted letter that there is one.
            // They come last: who has a letter at hand waits for the journal, and must not be waited for.
            foreach (var letter in fresh)
                await db.JournalActAsync(giver.At, giver.Today, new Act(giver.Person, JournalVerb.AccessGranted, letter, receiver));
            var done = Math.Min(letters.Count, Batch);
            return new HandOverStep(given, done - given, letters.Count > Batch ? letters[Batch - 1] : null);
        });
    }

    private static async Task<List<AppealId>> NextAsync(IshenimDb db, PersonId giver, AppealId? after)
    {
        var held = db.ReaderGrants().Where(grant => grant.Recipient == giver.Value).Select(grant => grant.Appeal);
        var all = await db.Set<Appeal>().AsNoTracking().Where(appeal => held.Contains(appeal.Id)).Select(appeal => appeal.Id).ToListAsync();
        return [.. all.OrderBy(id => id.Value).Where(id => after is not { } last || id.Value.CompareTo(last.Value) > 0).Take(Batch + 1)];
    }

    private static async Task<bool> GiveAsync(IshenimDb db, Actor giver, AppealId id, RosterLine receiver, IReadOnlyList<RosterLine> roster, List<AppealId> fresh)
    {
        // Its epoch does not move while its keys are given.
        await db.TakePlacesAsync(id, 0);
        var letter = await db.Set<Appeal>().AsNoTracking().SingleAsync(appeal => appeal.Id == id);
        using var keys = await AppealKeys.OpenAsync(db, id, giver.Person.Value, giver.Keys);
        if (!keys.Has(KeyClass.Reply, letter.Epoch) || !MayHave(keys.OpenFacts(letter), receiver, roster))
            return false;
        var there = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Appeal == id && grant.Recipient == receiver.Id.Value)
            .Select(grant => new { grant.Class, grant.Epoch }).ToListAsync();
        var missing = keys.GrantTo(letter.School, id, receiver.Id.Value, receiver.PublicKey!, Granting.ToReader)
            .Where(grant => !there.Exists(one => one.Class == grant.Class && one.Epoch == grant.Epoch)).ToList();
        db.AddRange(missing);
        await db.EndAssignmentAsync(id, receiver.Id);
        await db.UnmarkStandInsAsync(id, [receiver.Id]);
        if (missing.Count > 0)
            fresh.Add(id);
        return true;
    }

    /// <summary>The rule as it would choose today, and never one whom the letter is about or who stepped back.</summary>
    private static bool MayHave(SealedFacts facts, RosterLine receiver, IReadOnlyList<RosterLine> roster)
    {
        if (facts.Excluded.Contains(receiver.Id))
            return false;
        try
        {
            return ReaderRule.Choose(roster, facts.About, facts.Excluded).Readers.Any(reader => reader.Id == receiver.Id);
        }
        catch (NobodyMayRead)
        {
            return false;
        }
    }
}
