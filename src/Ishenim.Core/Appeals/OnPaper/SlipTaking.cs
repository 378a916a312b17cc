using Ishenim.Core.Slips;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Appeals.OnPaper;

internal static class SlipTaking
{
    /// <summary>Marks a coded sheet as used, for the letter that is written on it.</summary>
    /// <exception cref="SlipUnknown">No sheet has that number.</exception>
    /// <exception cref="SlipUsed">A letter has it already.</exception>
    /// <exception cref="SlipIsVoid">It was declared void.</exception>
    public static async Task<WriterAccess> TakeSlipAsync(this IshenimDb db, SlipNumber number)
    {
        var found = await db.Set<Slip>().AsNoTracking().Where(slip => slip.Number == number)
            .Join(db.Set<SlipBatch>(), slip => slip.Batch, batch => batch.Id, (slip, batch) => new { slip, batch.PrintedBy }).SingleOrDefaultAsync();
        if (found is null)
            throw new SlipUnknown();
        if (found.slip.State == SlipState.Void)
            throw new SlipIsVoid();
        if (await db.Set<Slip>().Where(slip => slip.Number == number && slip.State == SlipState.Blank)
            .ExecuteUpdateAsync(slip => slip.SetProperty(one => one.State, SlipState.Used)) == 0)
            throw new SlipUsed();
        return new WriterAccess(found.slip.Lookup, found.slip.PublicKey, Granting.ToSlip, found.PrintedBy);
    }
}
