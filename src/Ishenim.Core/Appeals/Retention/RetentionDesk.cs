using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>A list that waits, or was carried out.</summary>
/// <param name="Row">The list.</param>
/// <param name="Letters">Their lines of the register.</param>
public sealed record ListedDestruction(Destruction Row, IReadOnlyList<DueLetter> Letters);

/// <summary>A letter that a hold keeps.</summary>
public sealed record HeldLetter(AppealId Id, string Number, HoldKind Kind, DateOnly SetOn, PersonId SetBy);

/// <summary>A letter of which the register's line is left.</summary>
public sealed record DestroyedLetter(AppealFacts Facts, Destruction By);

/// <summary>What the desk shows of terms of keeping. It never opens a letter, and never tells of a restricted one.</summary>
public sealed class RetentionDesk(DatabaseGate database)
{
    /// <summary>Letters whose term is over and that no list names yet.</summary>
    public async Task<IReadOnlyList<DueLetter>> DueAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        if (!actor.SeesRegister() || await db.Set<Destruction>().AnyAsync(one => one.State == DestructionState.Planned))
            return [];
        return await db.DueAsync(await db.Set<School>().AsNoTracking().SingleAsync(), actor.Today, Destroying.Most);
    }

    /// <summary>How many letters' term is over, and whether a list of them waits for the chair.</summary>
    public async Task<(int Due, bool Planned)> OverAsync(Actor actor) => ((await DueAsync(actor)).Count, await PlannedAsync(actor) is not null);

    /// <summary>The list that waits for its second approval; null: none does.</summary>
    public async Task<ListedDestruction?> PlannedAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        if (!actor.SeesRegister() || await db.Set<Destruction>().AsNoTracking().SingleOrDefaultAsync(one => one.State == DestructionState.Planned) is not { } plan)
            return null;
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        return new ListedDestruction(plan, await db.StillDueAsync(school, plan.Id, actor.Today));
    }

    /// <summary>Lists that ended, the newest first.</summary>
    public async Task<IReadOnlyList<Destruction>> EndedAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        return actor.SeesRegister()
            ? await db.Set<Destruction>().AsNoTracking().Where(one => one.State != DestructionState.Planned).OrderByDescending(one => one.EndedOn).ThenByDescending(one => one.Number).Take(50).ToListAsync()
            : [];
    }

    public async Task<IReadOnlyList<HeldLetter>> HeldAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        if (!actor.SeesRegister())
            return [];
        return await (
            from hold in db.Set<Hold>().AsNoTracking()
            where hold.LiftedOn == null
            join appeal in db.Set<Appeal>().AsNoTracking() on hold.Appeal equals appeal.Id
            where !appeal.Restricted && appeal.Facts != null
            orderby hold.SetOn
            select new HeldLetter(appeal.Id, appeal.Facts!.Number, hold.Kind, hold.SetOn, hold.SetBy)).ToListAsync();
    }

    /// <summary>Null: it was not destroyed, or this person does not see the register.</summary>
    public async Task<DestroyedLetter?> DestroyedAsync(Actor actor, AppealId id)
    {
        await using var db = database.Open(actor.School);
        if (!actor.SeesRegister() || await db.Set<Appeal>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Epoch == 0 && !one.Restricted) is not { Facts: { } facts })
            return null;
        var by = await db.Set<Destruction>().AsNoTracking().FirstOrDefaultAsync(one => one.State == DestructionState.Done
            && db.Set<DestructionItem>().Any(item => item.Destruction == one.Id && item.Appeal == id));
        return by is null ? null : new DestroyedLetter(facts, by);
    }
}
