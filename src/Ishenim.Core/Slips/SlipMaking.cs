using System.Runtime.CompilerServices;
using Ishenim.Core.Appeals;
using Ishenim.Core.Journal;
using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Slips;

/// <summary>A sheet as it is printed, once: after that nobody has its code but who keeps the stub.</summary>
public sealed record FreshSlip(SlipNumber Number, ReceiptCode Code);

/// <summary>A batch as the list shows it.</summary>
/// <remarks>
/// How many brought a letter is not told: of a letter that is kept from who printed the sheet, its code says that it is in the
/// box, and a count would say that it is not.
/// </remarks>
public sealed record SlipCount(Guid Batch, PersonId PrintedBy, DateOnly PrintedOn, int Made, int Void);

/// <summary>Makes coded letter sheets, and tells them apart.</summary>
public sealed class SlipMaking(DatabaseGate database, CodeStretching codes)
{
    public const int Most = 1000;

    private const int Together = 10;

    /// <summary>
    /// Makes sheets, a few at a time: each is durably there before it is given, so that no printed stub is worthless, and
    /// any number of them needs the memory of a few.
    /// </summary>
    /// <exception cref="OnlyKeepersPrintSlips">Somebody else.</exception>
    public async IAsyncEnumerable<FreshSlip> MakeAsync(
        Actor actor, School school, int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Require(actor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        var batch = new SlipBatch { School = school.Id, Id = Guid.NewGuid(), PrintedBy = actor.Person, PrintedOn = actor.Today };
        for (var made = 0; made < count && !cancellation.IsCancellationRequested;)
        {
            var some = await Task.WhenAll(Enumerable.Range(0, Math.Min(Together, count - made)).Select(_ => codes.NewAsync(school)));
            foreach (var slip in await KeepAsync(actor, batch, some, first: made == 0))
                yield return slip;
            made += some.Length;
        }
    }

    /// <summary>Declares a sheet void that was spoilt before a letter was written on it.</summary>
    /// <exception cref="SlipUnknown">There is none of that number.</exception>
    /// <exception cref="SlipUsed">It brought a letter.</exception>
    public async Task VoidAsync(Actor actor, SlipNumber number)
    {
        Require(actor);
        await using var db = database.Open(actor.School);
        await database.InTransactionAsync(db, async () =>
        {
            if (await db.Set<Slip>().AsNoTracking().SingleOrDefaultAsync(slip => slip.Number == number) is not { } slip)
                throw new SlipUnknown();
            if (slip.State == SlipState.Void)
                return;
            if (!await db.VoidSlipAsync(number))
                throw new SlipUsed();
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SlipVoided, Detail: number.Digits));
        });
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<SlipCount>> ListAsync(Actor actor)
    {
        await using var db = database.Open(actor.School);
        var counts = await db.Set<Slip>().GroupBy(slip => new { slip.Batch, slip.State })
            .Select(group => new { group.Key.Batch, group.Key.State, Count = group.Count() }).ToListAsync();
        var batches = await db.Set<SlipBatch>().AsNoTracking().OrderByDescending(batch => batch.PrintedOn).ThenBy(batch => batch.Id).ToListAsync();
        int Of(Guid batch, params IReadOnlyCollection<SlipState> states) => counts.Where(one => one.Batch == batch && states.Contains(one.State)).Sum(one => one.Count);
        return batches.ConvertAll(batch => new SlipCount(
            batch.Id, batch.PrintedBy, batch.PrintedOn, Of(batch.Id, SlipState.Blank, SlipState.Used, SlipState.Void), Of(batch.Id, SlipState.Void)));
    }

    /// <summary>Who works with the box and its letters.</summary>
    public static bool May(Actor actor) => actor.Is(Role.Responsible) || actor.Is(Role.Chair) || actor.Is(Role.Member);

    private static void Require(Actor actor)
    {
        if (!May(actor))
            throw new OnlyKeepersPrintSlips();
    }

    private async Task<IReadOnlyList<FreshSlip>> KeepAsync(Actor actor, SlipBatch batch, IReadOnlyList<FreshReceipt> codes, bool first)
    {
        await using var db = database.Open(actor.School);
        return await database.InTransactionAsync(db, async () =>
        {
            await db.LockSchoolAsync();
            var slips = await NumberAsync(db, codes);
            if (first)
                db.Add(batch);
            db.AddRange(slips.Select(slip => new Slip
            {
                School = batch.School, Number = slip.Number, Batch = batch.Id, Lookup = slip.Code.Lookup, PublicKey = slip.Code.PublicKey,
            }));
            await db.JournalActAsync(actor.At, actor.Today, new Act(actor.Person, JournalVerb.SlipsPrinted, Detail: $"{slips.Count}"));
            return slips.ConvertAll(slip => new FreshSlip(slip.Number, slip.Code.Code));
        });
    }

    /// <summary>Numbers that no sheet has, in no order of the codes.</summary>
    private static async Task<List<(SlipNumber Number, FreshReceipt Code)>> NumberAsync(IshenimDb db, IReadOnlyList<FreshReceipt> codes)
    {
        var numbers = new HashSet<SlipNumber>();
        while (numbers.Count < codes.Count)
        {
            var number = SlipNumber.New();
            if (!await db.Set<Slip>().AnyAsync(slip => slip.Number == number))
                numbers.Add(number);
        }
        return [.. numbers.Zip(codes)];
    }
}

internal static class SlipRows
{
    /// <summary>
    /// Declares a sheet void; false where it brought a letter. One whose letter is kept from who printed it passes for blank
    /// here as well: else its number told what its code does not.
    /// </summary>
    public static async Task<bool> VoidSlipAsync(this IshenimDb db, SlipNumber number)
    {
        var sheet = db.Set<Slip>().Where(slip => slip.Number == number);
        // One after the other: the second sees what a registration wrote for which the first had to wait.
        return await VoidAsync(sheet.Where(slip => slip.State == SlipState.Blank))
            || await VoidAsync(sheet.Where(slip => slip.State == SlipState.Used && !db.Set<WriterKey>().Any(key => key.Lookup == slip.Lookup)));
    }

    private static async Task<bool> VoidAsync(IQueryable<Slip> sheet) =>
        await sheet.ExecuteUpdateAsync(slip => slip.SetProperty(one => one.State, SlipState.Void)) == 1;
}
