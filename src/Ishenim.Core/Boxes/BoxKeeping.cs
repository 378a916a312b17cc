using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

/// <summary>A box, as typed.</summary>
public sealed record BoxInput
{
    public required string Place { get; init; }

    public required string Seal { get; init; }
}

/// <summary>Puts boxes up, changes them, takes them down.</summary>
public sealed class BoxKeeping(DatabaseGate database)
{
    /// <exception cref="OnlyResponsibleOrDirector">Somebody else.</exception>
    /// <exception cref="BoxDayNotPossible">From a day to come.</exception>
    public async Task<BoxId> AddAsync(Actor actor, BoxInput input, DateOnly from)
    {
        actor.RequireKeeper();
        if (from > actor.Today)
            throw new BoxDayNotPossible();
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var number = await db.Set<Box>().MaxAsync(box => (int?)box.Number) + 1 ?? 1;
            var box = new Box { School = db.School, Id = BoxId.New(), Number = number, Place = input.Place, Seal = input.Seal, InUseFrom = from };
            db.Add(box);
            await JournalAsync(db, actor, JournalVerb.BoxAdded, box);
            return box.Id;
        });
    }

    /// <exception cref="OnlyResponsibleOrDirector">Somebody else.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the box meanwhile.</exception>
    public Task ChangeAsync(Actor actor, BoxId id, int version, BoxInput input) => WithAsync(actor, id, version, JournalVerb.BoxChanged, (_, box) =>
    {
        (box.Place, box.Seal) = (input.Place, input.Seal);
        return Task.CompletedTask;
    });

    /// <summary>The box hangs there no more.</summary>
    /// <exception cref="BoxIsOpen">An opening of it is not finished.</exception>
    /// <exception cref="BoxDayNotPossible">A day to come, or before it hung or was opened.</exception>
    public Task TakeDownAsync(Actor actor, BoxId id, int version, DateOnly last) => WithAsync(actor, id, version, JournalVerb.BoxTakenDown, async (db, box) =>
    {
        if (last > actor.Today || last < box.InUseFrom)
            throw new BoxDayNotPossible();
        if (await db.Set<Opening>().AnyAsync(opening => opening.Box == id && opening.FinishedOn == null))
            throw new BoxIsOpen();
        if (await db.Set<Opening>().AnyAsync(opening => opening.Box == id && opening.OpenedOn > last))
            throw new BoxDayNotPossible();
        box.InUseTo = last;
    });

    /// <summary>A photo of the box where it hangs; the one before is forgotten.</summary>
    public Task SetPhotoAsync(Actor actor, BoxId id, int version, NewBoxFile photo) => WithAsync(actor, id, version, JournalVerb.BoxChanged, async (db, _) =>
    {
        await db.Set<BoxFile>().Where(file => file.Of == id.Value && file.Kind == BoxFileKind.Photo).ExecuteDeleteAsync();
        db.Add(photo.Row(actor, BoxFileKind.Photo, id.Value));
    });

    private async Task WithAsync(Actor actor, BoxId id, int version, string verb, Func<IshenimDb, Box, Task> change)
    {
        actor.RequireKeeper();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var box = await db.Set<Box>().SingleOrDefaultAsync(one => one.Id == id && one.InUseTo == null) ?? throw new BoxNotInUse();
            db.Entry(box).Property(one => one.Version).OriginalValue = version;
            box.Version = version + 1;
            await change(db, box);
            await db.SaveChangesAsync();
            await JournalAsync(db, actor, verb, box);
        });
    }

    private static Task JournalAsync(IshenimDb db, Actor actor, string verb, Box box) =>
        db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: $"box:{box.Number}"));
}
