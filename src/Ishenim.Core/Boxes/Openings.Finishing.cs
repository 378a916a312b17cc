using Ishenim.Core.Calendar;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Boxes;

public sealed partial class Openings
{
    public const int CorrectionLength = 1000;

    /// <summary>
    /// Finishes an opening that is reconciled: numbers, the frozen form and the journal's line come in one transaction.
    /// Nothing of it can be changed afterwards.
    /// </summary>
    /// <exception cref="OpeningNotCounted">The letters were not counted.</exception>
    /// <exception cref="OpeningNotReconciled">Registered and set aside are not yet as many as were found.</exception>
    /// <exception cref="SheetsNotReconciled">Nor are the sheets.</exception>
    /// <exception cref="NewSealMissing">There is no new seal.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it meanwhile.</exception>
    public Task FinishAsync(Actor actor, OpeningId id, int version, string sealAfter) => WithAsync(actor, id, async (db, opening) =>
    {
        Require(db, opening, version);
        var items = await db.Set<OpeningItem>().AsNoTracking().Where(item => item.Opening == id).OrderBy(item => item.Place).ToListAsync();
        RequireReconciled(opening, items);
        if (sealAfter.Length == 0)
            throw new NewSealMissing();
        opening.SealAfter = sealAfter;
        (opening.FinishedOn, opening.FinishedBy) = (actor.Today, actor.Person);
        opening.Number = await NextAsync(db, "openings", opening.Year);
        if (opening.LettersFound > 0)
            opening.ActNumber = await NextAsync(db, "acts", opening.Year);
        var box = await db.Set<Box>().SingleAsync(one => one.Id == opening.Box);
        if (box.InUseTo is null && !await IsOpenedAfterAsync(db, opening))
            (box.Seal, box.Version) = (sealAfter, box.Version + 1);
        await db.SaveChangesAsync();
        var place = opening.ActNumber is { } act
            ? new FormPlace(FormKind.Act, opening.Year, act)
            : new FormPlace(FormKind.EmptyOpening, opening.Year, opening.Number.Value);
        await db.FreezeAsync(actor, place, id.Value, await FormAsync(db, opening, box, items));
    });

    /// <summary>Adds a numbered correction to a finished opening.</summary>
    /// <exception cref="OpeningNotFinished">It can still be put right itself.</exception>
    public async Task CorrectAsync(Actor actor, OpeningId id, string text)
    {
        actor.RequireOpener();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var opening = await FinishedAsync(db, id);
            var number = await NextAsync(db, "corrections", opening.Year);
            var school = await db.Set<School>().AsNoTracking().SingleAsync();
            var by = await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == actor.Person);
            var language = school.OfficialLanguage;
            await db.FreezeAsync(actor, new FormPlace(FormKind.Correction, opening.Year, number), id.Value, new FrozenCorrection
            {
                Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language), Town = school.Town, Number = number, Act = opening.ActNumber,
                Opening = opening.Number!.Value, OpenedOn = opening.OpenedOn, Day = actor.Today, Name = by.Name, Post = by.Post, Text = text,
            });
        });
    }

    /// <summary>Keeps a photo of the box as it was found.</summary>
    public Task AddPhotoAsync(Actor actor, OpeningId id, NewBoxFile photo) => WithAsync(actor, id, (db, _) =>
    {
        db.Add(photo.Row(actor, BoxFileKind.State, id.Value));
        return Task.CompletedTask;
    });

    /// <summary>Keeps the scan of the act with its signatures; those before it stay.</summary>
    /// <exception cref="OpeningNotFinished">There is no act yet.</exception>
    public async Task AttachSignedAsync(Actor actor, OpeningId id, NewBoxFile scan)
    {
        actor.RequireOpener();
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            var opening = await FinishedAsync(db, id);
            db.Add(scan.Row(actor, BoxFileKind.SignedAct, id.Value));
            await JournalAsync(db, actor, JournalVerb.ActScanned, opening);
        });
    }

    private static async Task<Opening> FinishedAsync(IshenimDb db, OpeningId id) =>
        await db.Set<Opening>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.FinishedOn != null) ?? throw new OpeningNotFinished();

    /// <summary>Entered late: another seal hangs there since.</summary>
    private static Task<bool> IsOpenedAfterAsync(IshenimDb db, Opening opening) => db.Set<Opening>().AnyAsync(one => one.Box == opening.Box && one.FinishedOn != null
        && (one.OpenedOn > opening.OpenedOn || (one.OpenedOn == opening.OpenedOn && one.OpenedMinute > opening.OpenedMinute)));

    private static void RequireReconciled(Opening opening, List<OpeningItem> items)
    {
        if (opening.LettersFound is not { } found)
            throw new OpeningNotCounted();
        if (items.Count != found)
            throw new OpeningNotReconciled(found, items.Count);
        if (items.Sum(item => item.Sheets) is var sheets && sheets != opening.SheetsFound)
            throw new SheetsNotReconciled(opening.SheetsFound ?? 0, sheets);
    }

    private static async Task<int> NextAsync(IshenimDb db, string series, SchoolYear year) => (int)await db.NextNumberAsync($"{series}:{year.Begins}");

    private static async Task<FrozenOpening> FormAsync(IshenimDb db, Opening opening, Box box, List<OpeningItem> items)
    {
        var school = await db.Set<School>().AsNoTracking().SingleAsync();
        var director = await db.Set<Person>().AsNoTracking().Where(person => person.LeftOn == null && person.Roles.Any(held => held.Role == Role.Director))
            .OrderBy(person => person.Name).Select(person => person.Name).FirstOrDefaultAsync();
        var language = school.OfficialLanguage;
        return new FrozenOpening
        {
            Language = language, School = school.Name.In(language), SchoolGenitive = school.Name.GenitiveIn(language),
            Town = school.Town, Director = director ?? "",
            RegulationOn = school.Settings.RegulationOn, OrderNumber = school.Settings.OrderNumber, OrderOn = school.Settings.OrderOn, Box = box.Number, Where = box.Place,
            OpenedOn = opening.OpenedOn, OpenedAt = opening.OpenedAt, EnteredOn = opening.EnteredOn, FinishedOn = opening.FinishedOn!.Value,
            Number = opening.Number!.Value, Act = opening.ActNumber, FewMembers = opening.FewMembers, Damage = opening.Damage, Facing = opening.Facing,
            SealBefore = opening.SealBefore, SealAfter = opening.SealAfter,
            Signers = [.. opening.Signers.OrderBy(signer => signer.Place).Select(signer => new FrozenSigner(signer.Name, signer.Post, signer.Capacity))],
            Items = [.. items.Select(item => new FrozenItem(item.SetAside, item.Sheets, item.Restricted, item.Closed, item.Number, item.Kind, item.Signed))],
        };
    }
}
