using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.Unsealing;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Staff;

/// <summary>
/// A reader gives up reading. Only they themselves know whether some letter has no other reader, so they do it, not the
/// administrator: an administrator who is refused would learn that there are letters kept from them (X2).
/// </summary>
public sealed class SteppingDown(DatabaseGate database)
{
    /// <summary>Letters that nobody else reads go to whom the rule names; then every letter goes on without this person.</summary>
    /// <exception cref="NobodyToTakeOver">Nobody could take over some letter.</exception>
    public async Task StepDownAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            await ReleaseAsync(db, actor);
            var roster = await db.RosterAsync();
            var held = await db.Set<Grant>().Where(grant => grant.Recipient == actor.Person.Value).Select(grant => grant.Appeal).Distinct().ToListAsync();
            var acts = new List<Act>();
            foreach (var id in held)
                // Of a broken letter nothing can be given on, and it keeps nobody from going.
                acts.AddRange(await Unbroken.OrAsync([], () => LeaveAsync(db, actor, id, roster)));
            await db.DeleteGrantsAsync(actor.Person);
            await db.EndAssignmentsAsync(actor.Person);
            // The journal comes last: who has a letter at hand waits for it, and must not be waited for.
            foreach (var act in acts.Append(new Act(actor.Person, JournalVerb.SteppedDown)))
                await db.JournalActAsync(actor.At, actor.Today, act);
        });
    }

    private static async Task ReleaseAsync(IshenimDb db, Actor actor)
    {
        var account = await db.Set<Account>().SingleAsync(one => one.Person == actor.Person);
        if (account.MayRead && RoleGroups.Usual.Any(actor.Is))
            await db.ReadersChangedAsync(actor.Today);
        (account.ReleasedOn, account.Version) = (actor.Today, account.Version + 1);
        await db.SaveChangesAsync();
    }

    /// <returns>What the journal has to say of it.</returns>
    private static async Task<IReadOnlyList<Act>> LeaveAsync(IshenimDb db, Actor actor, AppealId id, IReadOnlyList<RosterLine> roster)
    {
        await db.TakePlacesAsync(id, 0);
        var appeal = await db.Set<Appeal>().SingleAsync(one => one.Id == id);
        using var keys = await AppealKeys.OpenAsync(db, id, actor.Person.Value, actor.Keys);
        if (!keys.Has(KeyClass.Reply, appeal.Epoch))
            return [];
        var facts = keys.OpenFacts(appeal);
        var staying = (await db.ReadersOfAsync(appeal)).Where(reader => roster.Any(line => line.Id == reader && line.PublicKey is not null)).ToList();
        var successors = staying.Count > 0 ? [] : ReaderRule.CouldRead(roster, facts, staying);
        if (staying.Count == 0)
            await GiveAsync(db, actor, appeal, facts, keys, successors);
        await db.RevokeAsync(appeal, facts, keys, [actor.Person]);
        return [.. successors.Select(person => new Act(actor.Person, JournalVerb.AccessGranted, appeal.Id, person.Id))];
    }

    private static async Task GiveAsync(
        IshenimDb db, Actor actor, Appeal appeal, SealedFacts facts, AppealKeys keys, IReadOnlyList<RosterLine> successors)
    {
        if (successors.Count == 0)
            throw new NobodyToTakeOver();
        foreach (var person in successors)
            await db.GiveAsync(appeal, facts, keys, person, actor.At);
        await db.SaveChangesAsync();
    }
}
