using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

/// <summary>
/// The openings of boxes, step by step: begin, count, register or set aside each letter, finish. Each step is a
/// transaction of its own, so that an opening goes on after any interruption, on any device, and by several at once.
/// </summary>
public sealed partial class Openings(DatabaseGate database)
{
    /// <exception cref="OnlyResponsibleOpens">Somebody else.</exception>
    /// <exception cref="OpeningInFuture">It has not happened yet.</exception>
    /// <exception cref="BoxNotInUse">The box did not hang there that day.</exception>
    /// <exception cref="BoxIsOpen">An opening of this box is not finished.</exception>
    /// <exception cref="OpeningNeedsThreeSigners">Too few were present.</exception>
    /// <exception cref="OpeningNeedsResponsible">None of them is the responsible person.</exception>
    /// <exception cref="OpeningNeedsMembers">Too few of them are of the commission, and nobody said that no more could come.</exception>
    public async Task BeginAsync(Actor actor, School school, NewOpening input)
    {
        actor.RequireOpener();
        var (today, now) = school.Clock(TimeProvider.System).DayAndTimeOf(actor.At);
        if (input.OpenedOn > today || (input.OpenedOn == today && input.OpenedAt > now))
            throw new OpeningInFuture();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            if (await db.Set<Opening>().AnyAsync(one => one.Id == input.Id))
                return;
            await RequireBoxAsync(db, input);
            var opening = Row(actor, input);
            foreach (var signer in OpeningPresence.Signers(opening, await StaffAsync(db, input), input.Guests, school.Settings))
                opening.Signers.Add(signer);
            db.Add(opening);
            await JournalAsync(db, actor, JournalVerb.OpeningBegun, opening);
        });
    }

    /// <summary>Says how many letters and sheets were found; once more, where somebody counted wrong.</summary>
    /// <exception cref="MoreLettersThanFound">More are registered and set aside already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else counted meanwhile.</exception>
    public Task CountAsync(Actor actor, OpeningId id, int version, int letters, int sheets) => WithAsync(actor, id, async (db, opening) =>
    {
        Require(db, opening, version);
        var entered = await db.Set<OpeningItem>().Where(item => item.Opening == id).Select(item => item.Sheets).ToListAsync();
        if (entered.Count > letters)
            throw new MoreLettersThanFound(letters);
        if (entered.Sum() > sheets)
            throw new MoreSheetsThanFound(sheets);
        (opening.LettersFound, opening.SheetsFound) = (letters, sheets);
        await db.SaveChangesAsync();
        await JournalAsync(db, actor, JournalVerb.OpeningCounted, opening, $" letters:{letters} sheets:{sheets}");
    });

    /// <summary>Drops an opening that was begun by mistake. The journal still tells of it.</summary>
    /// <exception cref="OpeningHasLetters">Something was registered or set aside.</exception>
    public Task DropAsync(Actor actor, OpeningId id) => WithAsync(actor, id, async (db, opening) =>
    {
        if (await db.Set<OpeningItem>().AnyAsync(item => item.Opening == id))
            throw new OpeningHasLetters();
        await db.Set<BoxFile>().Where(file => file.Of == id.Value).ExecuteDeleteAsync();
        db.Remove(opening);
        await db.SaveChangesAsync();
        await JournalAsync(db, actor, JournalVerb.OpeningDropped, opening);
    });

    private static async Task RequireBoxAsync(IshenimDb db, NewOpening input)
    {
        var box = await db.Set<Box>().SingleOrDefaultAsync(one => one.Id == input.Box) ?? throw new BoxNotInUse();
        if (input.OpenedOn < box.InUseFrom || input.OpenedOn > (box.InUseTo ?? DateOnly.MaxValue))
            throw new BoxNotInUse();
        if (await db.Set<Opening>().AnyAsync(one => one.Box == input.Box && one.FinishedOn == null))
            throw new BoxIsOpen();
    }

    private static async Task<IReadOnlyList<Person>> StaffAsync(IshenimDb db, NewOpening input) =>
        await db.Set<Person>().Include(person => person.Roles).Where(person => input.Present.Contains(person.Id)).OrderBy(person => person.Name).ToListAsync();

    private static Opening Row(Actor actor, NewOpening input) => new()
    {
        School = actor.School, Id = input.Id, Box = input.Box, OpenedOn = input.OpenedOn, OpenedMinute = (input.OpenedAt.Hour * 60) + input.OpenedAt.Minute,
        EnteredOn = actor.Today, EnteredBy = actor.Person, Intact = input.Damage.Length == 0, Damage = input.Damage, Facing = input.Facing,
        SealBefore = input.SealBefore, SealAfter = input.SealAfter, FewMembers = input.FewMembers,
    };

    /// <summary>
    /// Works on an opening that is not finished, locked until the transaction ends: so two who register at once wait for
    /// each other and lose nothing.
    /// </summary>
    private async Task WithAsync(Actor actor, OpeningId id, Func<IshenimDb, Opening, Task> work)
    {
        actor.RequireOpener();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE "Openings" SET "Version" = "Version" WHERE "School" = {db.School.Value} AND "Id" = {id.Value}""");
            var opening = await db.Set<Opening>().Include(one => one.Signers).SingleAsync(one => one.Id == id);
            if (opening.FinishedOn is not null)
                throw new OpeningIsFinished();
            await work(db, opening);
        });
    }

    private static void Require(IshenimDb db, Opening opening, int version)
    {
        db.Entry(opening).Property(one => one.Version).OriginalValue = version;
        opening.Version = version + 1;
    }

    private static Task JournalAsync(IshenimDb db, Actor actor, string verb, Opening opening, string more = "") =>
        db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, verb, Detail: $"opening:{opening.Id.Value:N} of:{opening.OpenedOn:yyyy-MM-dd}{more}"));
}
