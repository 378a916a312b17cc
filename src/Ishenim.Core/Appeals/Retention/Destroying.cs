using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.Retention;

/// <summary>
/// Destroys what is kept beyond its term (X5): the responsible person approves the list, then the chair, each with passphrase
/// and code. Nobody chooses what is on it: it holds what is due, and only a hold takes a letter off.
/// </summary>
public sealed class Destroying(DatabaseGate database, AccountChanges proofs, IAttachmentStore store)
{
    /// <summary>More wait for the next list: an act is signed on paper.</summary>
    public const int Most = 300;

    /// <summary>The first approval: the list as it is today waits for the second one.</summary>
    /// <exception cref="OnlyResponsiblePlansDestruction">Somebody else.</exception>
    /// <exception cref="ProofWrong">Passphrase or code is wrong.</exception>
    /// <exception cref="DestructionIsPlanned">One list waits already.</exception>
    /// <exception cref="NothingToDestroy">No term is over.</exception>
    public async Task<Guid> PlanAsync(Actor actor, Proof proof)
    {
        if (!actor.Is(Role.Responsible))
            throw new OnlyResponsiblePlansDestruction();
        await proofs.ProveAsync(actor, proof);
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, () => PlanAsync(db, actor));
    }

    /// <summary>Takes a list back before it is approved the second time; nothing was destroyed.</summary>
    /// <exception cref="DestructionNotPlanned">It was approved or taken back meanwhile.</exception>
    public async Task CancelAsync(Actor actor, Guid id)
    {
        if (!actor.SeesRegister())
            throw new DestructionNotPlanned();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var plan = await PlannedAsync(db, id);
            (plan.State, plan.EndedOn, plan.EndedBy, plan.Version) = (DestructionState.Cancelled, actor.Today, actor.Person, plan.Version + 1);
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.DestructionCancelled));
        });
    }

    /// <summary>
    /// The second approval. What is still due is destroyed in one transaction with its act; the files go after it, and a
    /// program that is killed before goes on with them at its next start.
    /// </summary>
    /// <exception cref="OnlyChairApprovesDestruction">Somebody else.</exception>
    /// <exception cref="DestructionNeedsTwoPeople">The chair approved it first, as the responsible person.</exception>
    /// <exception cref="ProofWrong">Passphrase or code is wrong.</exception>
    /// <exception cref="DestructionNotPlanned">It was approved or taken back meanwhile.</exception>
    /// <exception cref="NothingToDestroy">All of it was reopened or is held.</exception>
    public async Task ApproveAsync(Actor actor, Guid id, Proof proof)
    {
        if (!actor.Is(Role.Chair))
            throw new OnlyChairApprovesDestruction();
        await proofs.ProveAsync(actor, proof);
        await using (var db = database.Open(actor.School))
            await database.InTransactionAsync(db, () => DestroyAsync(db, actor, id));
        await new DestructionSweep(database, store).TrySweepAsync(CancellationToken.None);
    }

    private static async Task<Guid> PlanAsync(IshenimDb db, Actor actor)
    {
        await db.LockSchoolAsync();
        if (await db.Set<Destruction>().AnyAsync(one => one.State == DestructionState.Planned))
            throw new DestructionIsPlanned();
        var due = await db.DueAsync(await db.Set<School>().AsNoTracking().SingleAsync(), actor.Today, Most);
        if (due.Count == 0)
            throw new NothingToDestroy();
        var plan = new Destruction { School = db.School, Id = Guid.NewGuid(), State = DestructionState.Planned, PlannedOn = actor.Today, PlannedBy = actor.Person };
        db.Add(plan);
        db.AddRange(due.Select(letter => new DestructionItem { School = db.School, Destruction = plan.Id, Appeal = letter.Id }));
        await db.SaveChangesAsync();
        await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.DestructionPlanned, Detail: $"letters:{due.Count}"));
        return plan.Id;
    }

    private static async Task DestroyAsync(IshenimDb db, Actor actor, Guid id)
    {
        await db.LockSchoolAsync();
        var plan = await PlannedAsync(db, id);
        if (plan.PlannedBy == actor.Person)
            throw new DestructionNeedsTwoPeople();
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var letters = await TakeStillDueAsync(db, school, plan, actor.Today);
        var files = await db.DestroyAsync(plan.Id);
        await EndAsync(db, actor, school, plan, files);
        var form = await FrozenDestruction.OfAsync(db, school, plan, letters, files.Count);
        // The journal comes last: who has a letter at hand waits for it, and must not be waited for.
        foreach (var letter in letters)
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.LetterDestroyed, letter.Id, Detail: $"act:{plan.Number}"));
        await db.FreezeAsync(actor, new FormPlace(FormKind.Destruction, SchoolYear.From(actor.Today), plan.Number!.Value), plan.Id, form);
    }

    private static async Task<Destruction> PlannedAsync(IshenimDb db, Guid id) =>
        await db.Set<Destruction>().SingleOrDefaultAsync(one => one.Id == id && one.State == DestructionState.Planned) ?? throw new DestructionNotPlanned();

    /// <summary>Locks every letter of the list, so that none is reopened or held beneath, and leaves out of it what is due no more.</summary>
    private static async Task<List<DueLetter>> TakeStillDueAsync(IshenimDb db, School school, Destruction plan, DateOnly today)
    {
        var items = await db.Set<DestructionItem>().Where(item => item.Destruction == plan.Id).ToListAsync();
        foreach (var item in items.OrderBy(item => item.Appeal.Value))
            await db.TakePlacesAsync(item.Appeal, 0);
        var letters = await db.StillDueAsync(school, plan.Id, today);
        if (letters.Count == 0)
            throw new NothingToDestroy();
        db.RemoveRange(items.Where(item => !letters.Exists(letter => letter.Id == item.Appeal)));
        await db.SaveChangesAsync();
        return letters;
    }

    private static async Task EndAsync(IshenimDb db, Actor actor, School school, Destruction plan, IReadOnlyList<Guid> files)
    {
        (plan.State, plan.EndedOn, plan.EndedBy, plan.Version) = (DestructionState.Done, actor.Today, actor.Person, plan.Version + 1);
        plan.FinalOn = actor.Today.AddDays(school.Rules().At(RuleKind.BackupsKept, actor.Today));
        plan.FilesLeft = DestructionSweep.Name(files);
        plan.Number = (int)await db.NextNumberAsync($"destructions:{SchoolYear.From(actor.Today).Begins}");
        await db.SaveChangesAsync();
    }
}
